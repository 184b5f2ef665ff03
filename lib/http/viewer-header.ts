/**
 * In it a page says whose page it is. The cookie belongs to the whole browser: when somebody else signs in in another
 * window, nothing of this page may be stored as theirs.
 */
export const viewerHeader = "x-sayso-viewer";
