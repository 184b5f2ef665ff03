/** What a dragged source is called on its way to the row it is dropped on. */
export const dragType = "application/x-sayso-source";
