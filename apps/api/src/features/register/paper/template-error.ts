/** A paper could not be typeset. In a file of its own, so that only the printing thread loads what typesets. */
export class TemplateError extends Error {}
