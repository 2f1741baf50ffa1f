import type { DemoEmployer } from './demo-employers.ts'

interface Enforced {
  name: string
  /** The month, so many ago, whose bill was never paid: long enough for the case to come as far as the demo takes it. */
  unpaidMonthsAgo: number
  industry?: string
  people?: number
}

/** Employers that owe one month, each with its case of SIL 63 in another state (`demo/enforcement-route.ts`). */
const enforced: readonly Enforced[] = [
  { name: '久拖建材', unpaidMonthsAgo: 12, people: 6 },
  { name: '新欠五金', unpaidMonthsAgo: 2 },
  { name: '限期服装', unpaidMonthsAgo: 2 },
  { name: '期满印染', unpaidMonthsAgo: 2 },
  { name: '催告家具', unpaidMonthsAgo: 3 },
  { name: '缓缴印刷', unpaidMonthsAgo: 4 },
  { name: '待裁机电', unpaidMonthsAgo: 10 },
  { name: '水淹养殖', unpaidMonthsAgo: 4, industry: 'A' },
  { name: '破产玩具', unpaidMonthsAgo: 4 },
  { name: '问户食品', unpaidMonthsAgo: 3 },
  { name: '请拨包装', unpaidMonthsAgo: 3 },
  { name: '决拨货运', unpaidMonthsAgo: 4, industry: 'G' },
  { name: '已拨灯具', unpaidMonthsAgo: 4 },
  { name: '不足门窗', unpaidMonthsAgo: 3 },
  { name: '违约餐饮', unpaidMonthsAgo: 6, industry: 'H' },
  { name: '受理石材', unpaidMonthsAgo: 10 },
  { name: '准执陶瓷', unpaidMonthsAgo: 10 },
  { name: '不准皮具', unpaidMonthsAgo: 10 },
  { name: '查封铸造', unpaidMonthsAgo: 10 },
  { name: '拍卖木器', unpaidMonthsAgo: 12 },
  { name: '抵缴电镀', unpaidMonthsAgo: 12 },
  { name: '缴清茶饮', unpaidMonthsAgo: 3, industry: 'H' },
]
const firstNumber = 27

export const enforcedEmployers: readonly DemoEmployer[] = enforced.map(
  ({ name, unpaidMonthsAgo, industry = 'C', people = 3 }, index) => ({
    registrationNo: `11010900${firstNumber + index}`,
    name: `${name}（示范）有限公司`,
    unitType: 'ENTERPRISE',
    industry,
    injuryClass: 3,
    people,
    habit: 'PUNCTUAL',
    unpaidMonthsAgo,
    // Young, so that the demo has no years of theirs to make.
    registeredMonthsAgo: unpaidMonthsAgo + 1,
    address: `北京市门头沟区示范工业路${firstNumber + index}号`,
    legalRepName: `欠${name.slice(0, 2)}`,
    bankName: '示范银行门头沟支行',
  }),
)
