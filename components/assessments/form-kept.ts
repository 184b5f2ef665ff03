/** Said of a fault of ours to whoever fills in a form. */
export const formKept = "Something went wrong. What you filled in is kept; try again.";
