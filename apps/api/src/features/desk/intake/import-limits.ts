/** What one file may at most hold; a larger office brings its register in several. */
export const importLimits = { maxFileBytes: 50 * 1024 * 1024, maxRows: 100_000 }
