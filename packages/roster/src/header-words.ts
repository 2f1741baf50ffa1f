import { toHalfWidth } from '@shebao/identifiers'
import { foldText, visibleText } from './cell-text.ts'
import type { ColumnField } from './column-field.ts'
import { insuranceWords } from './enumeration-words.ts'
import { insurances } from './personnel-draft.ts'
import { remembering } from './remembering.ts'

interface HeaderWords {
  zh: string
  en: string
  also: readonly string[]
}

type PlainHeader = Exclude<ColumnField, `participation.${string}` | `exemptionReasons.${string}`>

/** Official column words first (these are written), then what employers' own files say. */
const plainHeaders: Readonly<Record<PlainHeader, HeaderWords>> = {
  sequence: { zh: '序号', en: 'No.', also: ['编号', '顺序号', '行次', '#', 'seq', 'index', 'serial no', 'number'] },
  name: {
    zh: '姓名',
    en: 'Name',
    also: ['名字', '名称', '姓名全称', '中文姓名', 'full name', 'employee name', 'employee'],
  },
  idType: {
    zh: '证件类型',
    en: 'ID type',
    also: [
      '证件种类',
      '证件类别',
      '证件名称',
      '身份证件类型',
      '有效证件类型',
      '身份证件种类',
      'type of id',
      'document type',
    ],
  },
  idNumber: {
    zh: '证件号码',
    en: 'ID number',
    also: [
      '证件号',
      '证号',
      '身份证',
      '身份证号',
      '身份证号码',
      '居民身份证号',
      '居民身份证号码',
      '身份证件号码',
      '身份证件号',
      '有效证件号码',
      '有效证件号',
      '公民身份号码',
      '公民身份证号码',
      '社会保障号码',
      '社会保障号',
      '社保号',
      '社保号码',
      '身份证或护照号码',
      '身份证护照号码',
      'id no',
      'id',
      'id card',
      'id card number',
      'id card no',
      'identity number',
      'document number',
      'social security number',
    ],
  },
  sex: { zh: '性别', en: 'Sex', also: ['男女', 'gender'] },
  birthDate: {
    zh: '出生日期',
    en: 'Birth date',
    also: ['出生年月日', '出生年月', '生日', '出生', 'date of birth', 'birthday', 'dob'],
  },
  householdType: {
    zh: '户口性质',
    en: 'Household type',
    also: [
      '户籍',
      '户口',
      '户籍性质',
      '户口类型',
      '户口类别',
      '户籍类型',
      '户籍类别',
      '户籍情况',
      '户口所在地性质',
      '户别',
      'household',
      'household registration',
      'hukou',
      'hukou type',
    ],
  },
  employmentForm: {
    zh: '用工形式',
    en: 'Employment form',
    also: [
      '用工性质',
      '用工类型',
      '用工类别',
      '用工方式',
      '聘用形式',
      '聘用方式',
      '雇用形式',
      '雇佣形式',
      '人员类别',
      '人员类型',
      '人员性质',
      '类别',
      '身份类别',
      '合同类型',
      '合同性质',
      '合同形式',
      'employment type',
      'form of employment',
      'contract type',
    ],
  },
  hireDate: {
    zh: '入职日期',
    en: 'Hire date',
    also: [
      '入职时间',
      '入职',
      '入职年月日',
      '入司日期',
      '入司时间',
      '到岗日期',
      '到岗时间',
      '到职日期',
      '报到日期',
      '进单位日期',
      '进单位时间',
      '进厂日期',
      '进厂时间',
      '来本单位日期',
      '来本单位时间',
      '来单位时间',
      '录用日期',
      '录用时间',
      '聘用日期',
      '聘用时间',
      '受雇日期',
      '用工起始日期',
      '用工日期',
      '用工开始日期',
      '合同开始日期',
      '合同起始日期',
      '参加工作入职时间',
      '参加工作入职日期',
      '参加工作时间',
      '参加工作日期',
      'date of hire',
      'date hired',
      'start date',
      'joining date',
      'date joined',
      'hired',
      'hired on',
    ],
  },
  leaveDate: {
    zh: '离职日期',
    en: 'Leave date',
    also: [
      '离职时间',
      '离职',
      '离岗日期',
      '离岗时间',
      '离开日期',
      '退工日期',
      '辞职日期',
      '解除合同日期',
      '终止合同日期',
      '解除终止合同日期',
      '合同终止日期',
      '终止日期',
      'end date',
      'termination date',
      'date of leaving',
      'left on',
    ],
  },
  monthsWorkedLastYear: {
    zh: '上年工作月数',
    en: 'Months worked last year',
    also: [
      '月数',
      '工作月数',
      '工作月份',
      '工作月份数',
      '工作月',
      '实际工作月数',
      '实际工作月份',
      '发薪月数',
      '领薪月数',
      '发放月数',
      '发放工资月数',
      '工资发放月数',
      '领取工资月数',
      '计薪月数',
      '在岗月数',
      '出勤月数',
      '缴费月数',
      '月份数',
      'months',
      'months worked',
    ],
  },
  wagesLastYear: {
    zh: '上年工资总额',
    en: 'Wages last year',
    also: [
      '工资总额',
      '工资合计',
      '工资总计',
      '总工资',
      '年工资',
      '年工资总额',
      '年度工资总额',
      '年工资合计',
      '全年工资',
      '全年工资总额',
      '全年工资合计',
      '年总工资',
      '年度总工资',
      '年收入',
      '年总收入',
      '全年收入',
      '年度收入',
      '工资收入',
      '工资总收入',
      '工资性收入',
      '工资收入总额',
      '工资收入合计',
      '工资性收入总额',
      '应发工资',
      '应发工资合计',
      '应发工资总额',
      '应发合计',
      '薪酬总额',
      '年薪',
      '年度薪酬',
      'total wages',
      'annual wages',
      'total wages last year',
      'annual wage',
      'wages',
      'annual pay',
      'annual salary',
    ],
  },
  statedMonthlyAverage: {
    zh: '月平均工资',
    en: 'Monthly average wage',
    also: [
      '月均工资',
      '平均月工资',
      '平均工资',
      '月人均工资',
      '月均收入',
      '月平均收入',
      '月平均工资收入',
      '月工资收入',
      '月均工资收入',
      '月平均',
      '月均',
      '工资月平均',
      '月平均工资额',
      '月平均工资性收入',
      '申报工资',
      '月申报工资',
      '缴费工资',
      '月缴费工资',
      'monthly average',
      'average monthly wage',
      'average wage',
      'average',
    ],
  },
  firstMonthWage: {
    zh: '首月工资',
    en: 'First-month wage',
    also: [
      '新入职首月工资',
      '新进首月工资',
      '入职首月工资',
      '当月首月工资',
      '首月全月工资',
      '首月工资收入',
      '第一个月工资',
      '起薪',
      '起薪工资',
      '新职工首月工资',
      'first month wage',
      'first months wage',
      'starting wage',
    ],
  },
  retirementCategory: {
    zh: '退休类别',
    en: 'Retirement category',
    also: [
      '退休年龄类别',
      '退休人员类别',
      '退休类型',
      '原法定退休年龄',
      '原退休年龄',
      '法定退休年龄',
      '女职工退休类别',
      '女职工类别',
      '岗位性质',
      '岗位类别',
    ],
  },
  mobile: {
    zh: '手机号码',
    en: 'Mobile',
    also: [
      '手机',
      '手机号',
      '电话',
      '电话号码',
      '联系电话',
      '联系电话手机',
      '联系手机',
      '联系方式',
      '移动电话',
      '移动电话号码',
      '本人电话',
      '本人手机',
      '本人手机号',
      'mobile number',
      'mobile phone',
      'phone',
      'phone number',
      'telephone',
      'tel',
      'cell',
      'cell phone',
      'contact number',
    ],
  },
  lowWageReason: {
    zh: '低于最低工资原因',
    en: 'Reason for wage below minimum',
    also: ['低工资原因', '低工资说明', '低于最低工资说明', '低于最低工资标准原因', '工资偏低原因'],
  },
  retirementReason: {
    zh: '超龄说明',
    en: 'Reason past retirement age',
    also: ['超龄原因', '超龄参保原因', '超过退休年龄原因', '超过退休年龄说明', '到龄未退休原因', '延迟退休原因'],
  },
  signed: {
    zh: '本人签字',
    en: 'Signed',
    also: [
      '签字',
      '签名',
      '签章',
      '签字确认',
      '签名确认',
      '职工签字',
      '职工签名',
      '员工签字',
      '员工签名',
      '本人签名',
      '本人签字确认',
      '职工本人签字',
      '是否签字',
      '已签字',
      'signature',
      'employee signature',
    ],
  },
  participation: {
    zh: '参保险种',
    en: 'Insurances',
    also: [
      '五险',
      '五险参保情况',
      '五险参保',
      '五险情况',
      '参保情况',
      '参保',
      '险种',
      '参加险种',
      '参险险种',
      '投保险种',
      '参保类型',
      '参保项目',
      '参加保险',
      '参加社会保险',
      '参加保险情况',
      '社会保险',
      '社会保险参保情况',
      '社保',
      '社保参保情况',
      '社保险种',
      '缴纳险种',
      '缴费险种',
      '申报险种',
      '是否参保',
      '五险是否参保',
      '是否五险齐全',
      'insurance',
      'participation',
      'social insurance',
    ],
  },
  exemptionReasons: {
    zh: '未参保原因',
    en: 'Reason not insured',
    also: [
      '不参保原因',
      '未参加原因',
      '不参加原因',
      '免缴原因',
      '未缴原因',
      '未参保说明',
      '不参保说明',
      '未参保理由',
      '未全部参保原因',
      'exemption reason',
      'reason for not participating',
    ],
  },
  rowReference: { zh: '原表行号', en: 'Original row', also: ['原行号', '原文件行号', '行号'] },
  problems: {
    zh: '问题',
    en: 'Problems',
    also: ['问题说明', '错误原因', '错误说明', '错误信息', '退回原因', 'problem', 'errors'],
  },
}

const PARTICIPATION_SHAPES = [
  '#',
  '#参保',
  '#参保情况',
  '是否参加#',
  '是否参保#',
  '是否缴#',
  '参加#',
  '参保#',
  '参保险种#',
  '参加险种#',
  '参保情况#',
  '五险参保情况#',
  '社会保险#',
  '社保#',
  '五险#',
  '险种#',
  '是否#',
  '#是否参保',
  '#是否参加',
  '#是否缴纳',
  '#参保状态',
  '职工#',
  '职工基本#',
  '企业职工#',
  '城镇职工#',
  '#insurance',
  'insured #',
  'participation #',
  'insurances #',
]
const REASON_SHAPES = [
  '#未参保原因',
  '#不参保原因',
  '#未参加原因',
  '#不参加原因',
  '#免缴原因',
  '#未缴原因',
  '#豁免原因',
  '未参加#原因',
  '不参加#原因',
  '未参保#原因',
  'reason not in #',
  '# exemption reason',
]

/** The column words as written: `养老未参保原因`. */
export function officialHeader(field: ColumnField, language: 'zh-CN' | 'en'): string {
  const chinese = language === 'zh-CN'
  for (const insurance of insurances) {
    const word = insuranceWords[insurance]
    if (field === `participation.${insurance}`) return chinese ? word.zh : word.en
    if (field === `exemptionReasons.${insurance}`) {
      return chinese ? `${word.zh}未参保原因` : `Reason not in ${word.en.toLowerCase()}`
    }
  }
  const words = plainHeaders[field as PlainHeader]
  return chinese ? words.zh : words.en
}

function buildIndex(): Map<string, ColumnField> {
  const index = new Map<string, ColumnField>()
  for (const [field, words] of Object.entries(plainHeaders)) {
    for (const word of [words.zh, words.en, field, ...words.also]) index.set(foldText(word), field as ColumnField)
  }
  for (const insurance of insurances) {
    const { zh, en, also } = insuranceWords[insurance]
    for (const word of [zh, en, ...also]) {
      for (const shape of PARTICIPATION_SHAPES)
        index.set(foldText(shape.replace('#', word)), `participation.${insurance}`)
      for (const shape of REASON_SHAPES) index.set(foldText(shape.replace('#', word)), `exemptionReasons.${insurance}`)
    }
  }
  return index
}

const headerIndex = buildIndex()

// "上年度", "2025年", "职工": who and when, which a column word may carry without changing what it names.
const TIME_AND_OWNER =
  /(?:20\d\d(?:年度|年)?|上一?年度?|上一年|去年|本年度?|全年度|年度|本单位|单位|参保职工|参保人员|参保人|在职职工|职工|员工|人员|个人|本人|从业人员|被保险人|last year|employees?)/g
const REQUIRED_MARK = /[*＊★※]|必填|选填|必录/g

/** Before blanks and marks are taken out. */
const MAX_HEAD = 200

export interface HeaderMatch {
  field: ColumnField
  /** 1 the official or a usual word, 0.9 after dropping units and years, 0.6 by part of the text. */
  confidence: number
}

/** What a column head names, if it is known. */
export function matchHeader(text: string): HeaderMatch | undefined {
  return text.length > MAX_HEAD ? undefined : understandHeader(text)
}

const understandHeader = remembering((text): HeaderMatch | undefined => {
  const shown = toHalfWidth(visibleText(text)).replace(REQUIRED_MARK, '').replace(/\s+/g, ' ')
  if (shown === '' || shown.length > 60) return undefined
  const exact = headerIndex.get(foldText(shown))
  if (exact !== undefined) return { field: exact, confidence: 1 }
  const withoutBrackets = shown.replace(/[(（【[<][^)）】\]>]*[)）】\]>]/g, '')
  const plain = headerIndex.get(foldText(withoutBrackets))
  if (plain !== undefined) return { field: plain, confidence: 0.95 }
  const bare = foldText(withoutBrackets.toLowerCase().replace(TIME_AND_OWNER, '')).replace(/(?:单位)?[万千]?元$/, '')
  const stripped = headerIndex.get(bare)
  if (stripped !== undefined) return { field: stripped, confidence: 0.9 }
  return shown.length <= 24 ? matchByParts(foldText(withoutBrackets)) : undefined
})

// Tried in order; only for heads no list knows. A contribution base (缴费基数) is not a wage and is left alone.
const PARTS: readonly (readonly [RegExp, ColumnField])[] = [
  [/基数|比例|金额|银行|账号|卡号|联系人|经办|户主|紧急/, 'sequence'],
  [/(身份证|证件|公民身份|社会保障).*(号)/, 'idNumber'],
  [/证件.*(类|种)/, 'idType'],
  [/姓名/, 'name'],
  [/(入职|到岗|录用|进单位|来本单位).*(日期|时间|年月)/, 'hireDate'],
  [/(离职|离岗|退工|解除|终止).*(日期|时间|年月)/, 'leaveDate'],
  [/出生.*(日期|时间|年月)/, 'birthDate'],
  [/首月.*工资/, 'firstMonthWage'],
  [/(月平均|月均|平均月).*(工资|收入|薪)/, 'statedMonthlyAverage'],
  [/(工资|收入|薪酬).*(总额|合计|总计|总数)/, 'wagesLastYear'],
  [/(工作|发薪|发放|领薪|计薪|在岗).*月(数|份)/, 'monthsWorkedLastYear'],
  [/(户口|户籍).*(性质|类)/, 'householdType'],
  [/用工.*(形式|性质|类|方式)/, 'employmentForm'],
  [/手机|移动电话|联系电话/, 'mobile'],
]

function matchByParts(folded: string): HeaderMatch | undefined {
  for (const [pattern, field] of PARTS) {
    if (!pattern.test(folded)) continue
    return field === 'sequence' ? undefined : { field, confidence: 0.6 }
  }
  return undefined
}

export function countKnownHeaders(texts: readonly string[]): number {
  return new Set(
    texts.map((text) => matchHeader(text)?.field).filter((field) => field !== undefined && field !== 'sequence'),
  ).size
}

/** `(万元)`: how many yuan one unit of an amount column is. */
export function amountScale(header: string): number {
  if (/万元|万\)|万）/.test(header)) return 10_000
  return /千元/.test(header) ? 1000 : 1
}
