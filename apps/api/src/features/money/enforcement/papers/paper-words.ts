import type { Language } from '@shebao/kernel'
import { statementWords } from '../../../register/paper/index.ts'
import { definePaperWords } from '../../../register/paper-template/index.ts'
import type { EnforcementPaper } from '../legal-steps.ts'
import type { KindWords } from './kind-words.ts'
import { kindWordsEn } from './paper-words-en.ts'
import { kindWordsZh } from './paper-words-zh.ts'

const kindWords: Record<Language, Record<EnforcementPaper, KindWords>> = {
  'zh-CN': kindWordsZh,
  en: kindWordsEn,
}

const zh = {
  ...statementWords['zh-CN'],
  subtitle: '文书编号 {number}　案件 {caseNumber}',
  department: '社会保险行政部门',
  court: '有管辖权的人民法院',
  to: '致：{to}',
  reissued: '本文书因部分缴纳按余额重新制作，取代此前同名文书。截至制作之日已缴 {settled} 元。',
  translation: '',
  debts: '欠费明细',
  bill: '缴费通知单',
  period: '费款所属期',
  dueOn: '缴费期限',
  principal: '本金（元）',
  lateFee: '滞纳金（元）',
  sum: '合计（元）',
  instalments: '分期计划',
  instalment: '期次',
  amount: '金额（元）',
  assets: '财产线索',
  asset: '财产',
  place: '所在地',
  value: '估值（元）',
  defences: '陈述、申辩及处理',
  defence: '陈述、申辩',
  answer: '处理意见',
  upheld: '采纳。{answer}',
  rejected: '不予采纳。{answer}',
  noDefence: '催告期内未收到陈述、申辩。',
  nothingStated: '未收到陈述、申辩。',
  heard: '已于 {day} 举行听证。',
  HEARING:
    '你单位有权陈述和申辩；要求听证的，请自收到本告知书之日起 {hearingDays} 个工作日内提出，听证不收费（行政处罚法第四十五条、第六十三条、第六十四条）。不因陈述、申辩加重处罚。逾期不提出的，视为放弃听证。',
  remedies: '救济途径',
  REVIEW:
    '对本文书不服的，可以自知道之日起 {reviewDays} 日内依法申请行政复议，或者自知道之日起 {remedyMonths} 个月内依法向人民法院提起行政诉讼（社会保险法第八十三条，行政复议法第二十条，行政诉讼法第四十六条）。',
  DEFENCE:
    '你单位有权陈述和申辩（行政强制法第三十六条）。请自收到之日起 {termDays} 个工作日内，经网上经办或者书面提出事实、理由和证据；成立的，予以采纳。认为征收行为侵害合法权益的，可以依法申请行政复议或者提起行政诉讼（社会保险法第八十三条）。',
  signedBy: '签发人',
  signedOn: '签发日期',
  partyA: '甲方（盖章）',
  partyB: '乙方（盖章）及法定代表人签字',
  receipt: '送达回证',
  receiptOf: '送达文书',
  receiptTo: '受送达人',
  receiptPlace: '送达地点',
  receiptWay: '送达方式',
  receiptWays: '□ 直接送达　□ 留置送达　□ 邮寄送达　□ 公告送达　□ 电子送达',
  receiptTime: '收到日期和时间',
  receiptSignature: '受送达人签名或盖章',
  receiptProxy: '代收人签名、与受送达人关系',
  receiptRefused: '拒收事由和见证人签名',
  receiptServers: '送达人签名（两人）',
  receiptRemark: '备注',
  DECLARED_UNPAID: '已申报未缴纳',
  NOT_DECLARED: '未申报缴纳',
  DECLARED_SHORT: '申报不实、少报缴费基数或者人数',
  CONCEALED: '瞒报职工人数或者缴费基数',
  MORTGAGE: '抵押',
  PLEDGE: '质押',
  hiding: '有转移或者隐匿财产迹象，',
  HARDSHIP: '当事人暂无履行能力',
  THIRD_PARTY_CLAIM: '第三人对执行标的主张权利且确有理由',
  DEBTOR_ENDED: '义务人终止，无财产可供执行且无义务承受人',
  DECISION_REVOKED: '据以执行的行政决定被撤销',
}

const paperWords: Record<Language, typeof zh> = {
  'zh-CN': zh,
  en: {
    ...statementWords.en,
    subtitle: 'No. {number}, case {caseNumber}',
    department: 'Social insurance administrative department',
    court: 'the competent people’s court',
    to: 'To {to}',
    reissued:
      'Part was paid: this paper says what is left, and takes the place of the earlier one of the same name. RMB {settled} had been paid when it was made.',
    translation: 'Translation. The Chinese text is the one that binds.',
    debts: 'What is owed',
    bill: 'Bill',
    period: 'Period',
    dueOn: 'Due on',
    principal: 'Premiums (RMB)',
    lateFee: 'Late fee (RMB)',
    sum: 'Total (RMB)',
    instalments: 'Instalments',
    instalment: 'No.',
    amount: 'Amount (RMB)',
    assets: 'Leads to assets',
    asset: 'Asset',
    place: 'Where',
    value: 'Estimated (RMB)',
    defences: 'Defence and what was said to it',
    defence: 'Defence',
    answer: 'Answer',
    upheld: 'Upheld. {answer}',
    rejected: 'Not upheld. {answer}',
    noDefence: 'No defence was received within the term of the demand.',
    nothingStated: 'Nothing was stated.',
    heard: 'A hearing was held on {day}.',
    HEARING:
      'Your unit may state its case and defend itself. A hearing, which costs nothing, may be asked for within {hearingDays} working days of receiving this notice (Administrative Penalty Law, articles 45, 63 and 64). Nobody is fined more for stating their case. Whoever does not ask in time waives the hearing.',
    remedies: 'What can be done',
    REVIEW:
      'Whoever disagrees may apply for administrative review within {reviewDays} days, or sue at the people’s court within {remedyMonths} months, of learning of this paper (Social Insurance Law, article 83; Administrative Reconsideration Law, article 20; Administrative Litigation Law, article 46).',
    DEFENCE:
      'Your unit may state its case and defend itself (Administrative Coercion Law, article 36): online or in writing, with facts, grounds and evidence, within {termDays} working days of receiving this; what holds will be accepted. If you think that the collection infringes your rights, you may apply for review or sue (Social Insurance Law, article 83).',
    signedBy: 'Signed by',
    signedOn: 'Signed on',
    partyA: 'A (seal)',
    partyB: 'B (seal) and signature of its legal representative',
    receipt: 'Service receipt',
    receiptOf: 'Paper served',
    receiptTo: 'Served on',
    receiptPlace: 'Place',
    receiptWay: 'Way of service',
    receiptWays: '□ in person   □ left with witnesses   □ by post   □ by announcement   □ electronically',
    receiptTime: 'Received on, at',
    receiptSignature: 'Signature or seal of the recipient',
    receiptProxy: 'Signature of whoever received it for them, and relation',
    receiptRefused: 'Why it was refused, signature of witnesses',
    receiptServers: 'Signatures of the two who served it',
    receiptRemark: 'Remark',
    DECLARED_UNPAID: 'declared and did not pay',
    NOT_DECLARED: 'did not declare and pay',
    DECLARED_SHORT: 'declared too low bases or too few people',
    CONCEALED: 'concealed people or bases',
    MORTGAGE: 'mortgage',
    PLEDGE: 'pledge',
    hiding: 'with signs of assets being moved or hidden, ',
    HARDSHIP: 'the unit cannot pay for the time being',
    THIRD_PARTY_CLAIM: 'a third party claims the object, with grounds',
    DEBTOR_ENDED: 'the debtor has ended without assets and without a successor',
    DECISION_REVOKED: 'the decision that was enforced has been revoked',
  },
}

/** What the papers of a case say: each kind its own, and what several of them have. */
export interface EnforcementPaperWords {
  kinds: Record<EnforcementPaper, KindWords>
  words: typeof zh
}

export const enforcementPaperWords = definePaperWords<EnforcementPaperWords>('ENFORCEMENT_PAPER', {
  'zh-CN': { kinds: kindWords['zh-CN'], words: paperWords['zh-CN'] },
  en: { kinds: kindWords.en, words: paperWords.en },
})
