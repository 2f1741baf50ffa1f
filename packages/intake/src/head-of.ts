import { foldText } from '@shebao/roster'

const marks = /[*＊★※]|必填|选填/g
const units = /[(（][^)）]*[)）]/g

/** A head without the mark of what must be filled in, and without its unit. */
export const headOf = (text: string): string => foldText(text.replace(marks, '').replace(units, ''))
