/** What the page says once something was done. */
export type Said = 'proposed' | 'publishedDone' | 'refusedDone' | 'withdrawnDone' | 'reviewedDone'
