/** What the shell sees: the answer is good, the answer is bad, the question was not understood, nobody was there to answer. */
export const EXIT = { ok: 0, refused: 1, usage: 2, unreachable: 3 } as const
