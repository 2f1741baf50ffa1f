import { fen, formatYuan } from '@shebao/kernel'
import type { Language } from '@shebao/kernel'
import { writeCsv } from '@shebao/roster'
import type { ExceptionRow } from './exceptions.repository.ts'
import { mostLinesOfFile } from './read-exceptions.ts'

const words = {
  'zh-CN': {
    heads: [
      '种类',
      '编号',
      '单位名称',
      '社会保险登记号',
      '状态',
      '事由',
      '文号',
      '说明',
      '所属期',
      '起',
      '止',
      '金额（元）',
      '申请人',
      '审批人',
    ],
    LATE_FEE: '免收滞纳金',
    FILING_DEADLINE: '申报延期',
    WRITE_OFF: '欠费核销',
    DEFERRAL: '延期缴费协议',
    PAPER_FILING: '改为纸质申报',
    LOCK: '业务锁定',
    ARREARS: '欠费',
    REGISTRATION_CHECK: '登记核查',
    PROPOSED: '待审批',
    STANDING: '有效',
    OVER: '已届满',
    REFUSED: '未批准',
    REVOKED: '已撤销',
    FORCE_MAJEURE: '不可抗力',
    AGENCY_ERROR: '经办机构差错',
    POLICY: '政策规定',
    DEBTOR_ENDED: '单位终止且无财产',
    DECISION_REVOKED: '据以征收的决定被撤销',
    COURT_RULING: '法院裁定',
    cut: `只列出前 ${mostLinesOfFile} 项，请缩小范围后再导出。`,
    taken: (name: string, at: string) => `由${name}于${at}导出，内部使用`,
  },
  en: {
    heads: [
      'Kind',
      'Number',
      'Unit',
      'Registration number',
      'State',
      'Ground',
      'Document',
      'Explanation',
      'Month',
      'From',
      'To',
      'Amount (yuan)',
      'Proposed by',
      'Decided by',
    ],
    LATE_FEE: 'Late fee waived',
    FILING_DEADLINE: 'Filing extended',
    WRITE_OFF: 'Debt written off',
    DEFERRAL: 'Deferred payment agreement',
    PAPER_FILING: 'Files on paper',
    LOCK: 'Locked',
    ARREARS: 'Arrears',
    REGISTRATION_CHECK: 'Check of the registration',
    PROPOSED: 'Waits for a decision',
    STANDING: 'Holds',
    OVER: 'Over',
    REFUSED: 'Refused',
    REVOKED: 'Revoked',
    FORCE_MAJEURE: 'Force majeure',
    AGENCY_ERROR: 'Error of the office',
    POLICY: 'Published policy',
    DEBTOR_ENDED: 'Debtor ended without assets',
    DECISION_REVOKED: 'Decision behind it revoked',
    COURT_RULING: 'Court ruling',
    cut: `Only the first ${mostLinesOfFile} are listed; narrow the selection and export again.`,
    taken: (name: string, at: string) => `Exported by ${name} on ${at}, for internal use`,
  },
} as const

const figures = [false, false, false, false, false, false, false, false, true, true, true, true, false, false]

/** The register as CSV, safe to open; its last line says who took it, and whether it is cut. */
export function writeExceptionsFile(
  rows: readonly ExceptionRow[],
  { language, name, at }: { language: Language; name: string; at: string },
): Uint8Array {
  const t = words[language]
  const word = (code: string | null) => (code !== null && code in t ? String(t[code as keyof typeof t]) : '')
  const lines = rows
    .slice(0, mostLinesOfFile)
    .map((row) => [
      t[row.kind],
      row.number,
      row.employerName,
      row.registrationNo,
      t[row.state],
      word(row.ground),
      row.documentNo ?? '',
      row.explanation ?? '',
      row.period ?? '',
      row.fromOn ?? '',
      row.toOn ?? '',
      row.amount === null ? '' : formatYuan(fen(Number(row.amount)), { grouping: false }),
      row.proposerName ?? '',
      row.deciderName ?? '',
    ])
  const cut = rows.length > mostLinesOfFile ? [[t.cut]] : []
  return writeCsv([t.heads, ...lines, ...cut, [t.taken(name, at)]], figures)
}
