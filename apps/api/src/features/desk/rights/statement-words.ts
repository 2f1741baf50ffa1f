import { definePaperWords } from '../../register/paper-template/index.ts'
import type { InsuredStanding } from './rights-content.ts'

export interface StatementWords {
  title: string
  subtitle: string
  name: string
  idNumber: string
  year: string
  unit: string
  version: string
  headers: readonly string[]
  standing: Record<InsuredStanding, string>
  months: string
  paidEmployer: string
  paidPersonal: string
  opening: string
  principal: string
  interest: string
  closing: string
  noAccount: string
  notFinal: string
  transfers: string
  transferredIn: string
  transferredOut: string
  benefits: string
  frozen: string
  replaces: string
}

export const statementWords = definePaperWords<StatementWords>('RIGHTS_STATEMENT', {
  'zh-CN': {
    title: '{year}年度个人社会保险权益记录单',
    subtitle: '编号 {number}',
    name: '姓名',
    idNumber: '社会保障号码',
    year: '记录年度',
    unit: '年末最近缴费单位',
    version: '版次',
    headers: ['险种', '年末状态', '首次缴费', '当年月数', '累计月数', '当年基数', '单位缴纳', '个人缴纳'],
    standing: { INSURED: '参保', STOPPED: '暂停', NEVER: '未参保' },
    months: '{months}',
    paidEmployer: '当年单位缴纳合计',
    paidPersonal: '当年个人缴纳合计',
    opening: '个人账户年初储存额',
    principal: '当年记账本金',
    interest: '当年记账利息（记账利率 {rate}）',
    closing: '个人账户年末储存额',
    noAccount: '养老保险个人账户尚无记账。',
    notFinal: '以前年度中有记账利率尚未录入的，储存额暂不含该年利息。',
    transfers: '关系转移接续：没有记录。',
    transferredIn: '关系转移接续：{insurance} {from} 至 {to} 由{agency}（{region}）转入，计入累计月数。',
    transferredOut: '关系转移接续：{insurance} {from} 至 {to} 已转往{agency}（{region}），不再计入累计月数。',
    benefits: '待遇享受情况：本系统不记录。',
    frozen:
      '本记录单按出具时的账簿记载固定，个人账户按到账月份计息；之后的更正另出新版，原版注明已被替代。累计月数同月只计一次。金额单位：元。',
    replaces: '本单为更正后的新版，替代编号 {number} 的记录单。',
  },
  en: {
    title: 'Statement of rights for {year}',
    subtitle: 'No. {number}',
    name: 'Name',
    idNumber: 'Social security number',
    year: 'Year',
    unit: 'Last employer billed in it',
    version: 'Version',
    headers: ['Insurance', 'At its end', 'First paid', 'Months', 'In all', 'Bases', 'Employer', 'Employee'],
    standing: { INSURED: 'insured', STOPPED: 'not paying', NEVER: 'never' },
    months: '{months}',
    paidEmployer: 'Paid for the year, employer share',
    paidPersonal: 'Paid for the year, employee share',
    opening: 'Account at the beginning of the year',
    principal: 'Principal of the year',
    interest: 'Interest of the year (rate {rate})',
    closing: 'Account at the end of the year',
    noAccount: 'Nothing was posted to the personal pension account.',
    notFinal: 'The rate of an earlier year is not entered: the balance is without its interest.',
    transfers: 'Transfers between regions: none recorded.',
    transferredIn: 'Transfer: {insurance} {from} to {to} came from {agency} ({region}) and counts.',
    transferredOut: 'Transfer: {insurance} {from} to {to} went to {agency} ({region}) and counts here no longer.',
    benefits: 'Benefits: not kept in this system.',
    frozen:
      'Frozen as the books stood when it was issued; the account bears interest from the month of posting. A correction is a new version, and this one then says that it was replaced. A month counts once. Amounts in yuan.',
    replaces: 'A corrected version: it replaces statement {number}.',
  },
})
