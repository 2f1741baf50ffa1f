const keyOf = (noteId: string) => `shebao.note-answer.${noteId}`

/** An answer that is being written, kept for this tab: a reload, a crash or an expired session loses nothing of it. */
export function readKept(noteId: string): string | null {
  try {
    return sessionStorage.getItem(keyOf(noteId))
  } catch {
    return null
  }
}

export function keepAnswer(noteId: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(keyOf(noteId))
    else sessionStorage.setItem(keyOf(noteId), text)
  } catch {
    // Storage can be full or switched off; the page itself still holds the words.
  }
}
