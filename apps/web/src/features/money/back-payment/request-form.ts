import { isFen, ZERO_FEN } from '@shebao/kernel'
import { idsOf } from '../../../shared/forms/index.ts'
import type { GivenFile } from '../../../shared/forms/index.ts'
import type { FieldErrors } from 'react-hook-form'
import { isMonth } from '../../../shared/lib/typed-text.ts'
import type { BackPaymentApplicationInput, BackPaymentEvidence } from './back-payment.generated.ts'
import type { messages } from './messages.ts'

type Key = keyof typeof messages.en

export interface LineForm {
  idNumber: string
  first: string
  last: string
  wage: number | string | null
}

export interface RequestForm {
  reason: string
  CONTRACT: boolean
  PAYROLL: boolean
  VOUCHER: boolean
  LEGAL_DOCUMENT: boolean
  evidenceNote: string
  documentNo: string
  files: readonly GivenFile[]
  lines: LineForm[]
}

export const evidenceKinds: readonly BackPaymentEvidence[] = ['CONTRACT', 'PAYROLL', 'VOUCHER', 'LEGAL_DOCUMENT']

export const blankLine: LineForm = { idNumber: '', first: '', last: '', wage: null }
export const blank: RequestForm = {
  reason: '',
  CONTRACT: false,
  PAYROLL: false,
  VOUCHER: false,
  LEGAL_DOCUMENT: false,
  evidenceNote: '',
  documentNo: '',
  files: [],
  lines: [blankLine],
}

const isText = (text: string) => [...text.trim()].length >= 4 && [...text.trim()].length <= 500

export function formErrors(form: RequestForm, t: (key: Key) => string): FieldErrors<RequestForm> {
  const said = (wrong: Record<string, Key | false>) =>
    Object.fromEntries(
      Object.entries(wrong).flatMap(([name, key]) => (key ? [[name, { type: 'value', message: t(key) }]] : [])),
    )
  const lines = form.lines.map(({ idNumber, first, last, wage }) =>
    said({
      idNumber: idNumber.trim() === '' && 'idNumberWrong',
      first: !isMonth(first) && 'monthWrong',
      last: (!isMonth(last) && 'monthWrong') || (isMonth(first) && last.trim() < first.trim() && 'rangeWrong'),
      wage: !(isFen(wage) && wage > 0) && 'wageWrong',
    }),
  )
  return {
    ...said({
      reason: !isText(form.reason) && 'textWrong',
      CONTRACT: !evidenceKinds.some((kind) => form[kind]) && 'evidenceWrong',
      evidenceNote: !isText(form.evidenceNote) && 'textWrong',
      documentNo: form.LEGAL_DOCUMENT && form.documentNo.trim() === '' && 'documentNoWrong',
    }),
    ...(lines.some((line) => Object.keys(line).length > 0) ? { lines } : {}),
  }
}

export function toInput(form: RequestForm): BackPaymentApplicationInput {
  return {
    reason: form.reason.trim(),
    evidence: evidenceKinds.filter((kind) => form[kind]),
    evidenceNote: form.evidenceNote.trim(),
    files: idsOf(form.files),
    documentNo: form.LEGAL_DOCUMENT ? form.documentNo.trim() : null,
    lines: form.lines.map(({ idNumber, first, last, wage }) => ({
      idNumber: idNumber.trim(),
      first: first.trim(),
      last: last.trim(),
      wage: isFen(wage) ? wage : ZERO_FEN,
    })),
  }
}
