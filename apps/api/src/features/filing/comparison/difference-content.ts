import type { FieldDifference } from '@shebao/roster'

/** Who a difference is about, on both sides; names and numbers are sealed. */
export interface DifferencePeople {
  bureau?: { name: string | undefined; idNumber: string | undefined }
  unit?: { name: string | undefined; idNumber: string | undefined }
}

export interface DifferenceDetail {
  /** Without the name, which is sealed. */
  fields: FieldDifference[]
  /** All rows of the draft it is about. */
  rows: number[]
  /** A row of the same name with another number: perhaps the same person. */
  suggestedRow?: number
}
