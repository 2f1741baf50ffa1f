/** A text in both languages: a letter holds them one below the other, because the office does not know which its reader prefers. */
export interface Bilingual {
  zh: string
  en: string
}

/** A letter from the office to one person, with a secret in it. It is typeset once and kept nowhere. */
export interface Letter {
  office: { nameZh: string; nameEn: string; addressZh: string; addressEn: string; phone: string }
  title: Bilingual
  recipient: { name: string; address: string | undefined }
  /** Civil date. */
  date: string
  /** What the letter is about, before the code. */
  opening: readonly Bilingual[]
  code: string
  /** What the code is, and until when. */
  codeLabel: Bilingual
  validity: Bilingual
  /** Where the code is typed, and what a camera opens. */
  address: string
  link: string
  /** What to do, and what never to do. */
  closing: readonly Bilingual[]
}

/** Typesets letters; the wing that prints papers does, and the server hands it in. */
export type LetterPrinter = (letters: readonly Letter[]) => Promise<Uint8Array<ArrayBuffer>>
