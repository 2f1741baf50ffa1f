/** What the shell sees: the answer is good, the answer is bad, the question was not understood. */
export const EXIT = { ok: 0, refused: 1, usage: 2 } as const
