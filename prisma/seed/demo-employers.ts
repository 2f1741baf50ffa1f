import type { InjuryClass } from '@shebao/kernel'

/** How an employer has paid so far; decides the state of its months. */
export type PaymentHabit =
  | 'PUNCTUAL'
  | 'LATE'
  | 'ARREARS'
  | 'TWO_OVERDUE'
  | 'CURRENT_UNBILLED'
  | 'CURRENT_DUE'
  | 'UNDECLARED'

export interface DemoEmployer {
  registrationNo: string
  name: string
  unitType: string
  industry: string
  injuryClass: InjuryClass
  people: number
  habit: PaymentHabit
  /** The month, so many ago, whose bill was never paid. */
  unpaidMonthsAgo?: number
  /** Registered so many months ago; the others are as old as the demo's months. */
  registeredMonthsAgo?: number
  address: string
  legalRepName: string
  bankName: string
  /** The office has not sent it its first letter. */
  withoutAccount?: true
}

/** Fifteen invented employers of 3 to 800 people; names and numbers belong to nobody. */
export const demoEmployers: readonly DemoEmployer[] = [
  {
    registrationNo: '1101080001',
    name: '青禾软件（示范）有限公司',
    unitType: 'ENTERPRISE',
    industry: 'I',
    injuryClass: 1,
    people: 36,
    habit: 'CURRENT_UNBILLED',
    address: '北京市海淀区示范路1号',
    legalRepName: '林青禾',
    bankName: '示范银行海淀支行',
  },
  {
    registrationNo: '1101010002',
    name: '三人行书店（示范）',
    unitType: 'INDIVIDUAL_BUSINESS',
    industry: 'F',
    injuryClass: 2,
    people: 3,
    habit: 'CURRENT_UNBILLED',
    address: '北京市东城区示范胡同2号',
    legalRepName: '宋知行',
    bankName: '示范银行东城支行',
  },
  {
    registrationNo: '1101050003',
    name: '朝露餐饮（示范）有限公司',
    unitType: 'ENTERPRISE',
    industry: 'H',
    injuryClass: 2,
    people: 18,
    habit: 'LATE',
    address: '北京市朝阳区示范街3号',
    legalRepName: '方朝露',
    bankName: '示范银行朝阳支行',
  },
  {
    registrationNo: '1101060004',
    name: '丰台精工机械（示范）有限公司',
    unitType: 'ENTERPRISE',
    industry: 'C',
    injuryClass: 4,
    people: 120,
    habit: 'CURRENT_UNBILLED',
    address: '北京市丰台区示范工业园4号',
    legalRepName: '秦精工',
    bankName: '示范银行丰台支行',
  },
  {
    registrationNo: '1101140005',
    name: '昌平示范小学',
    unitType: 'INSTITUTION',
    industry: 'P',
    injuryClass: 2,
    people: 48,
    habit: 'CURRENT_DUE',
    address: '北京市昌平区示范大街5号',
    legalRepName: '许书勤',
    bankName: '示范银行昌平支行',
  },
  {
    registrationNo: '1101120006',
    name: '通运物流（示范）有限公司',
    unitType: 'ENTERPRISE',
    industry: 'G',
    injuryClass: 5,
    people: 75,
    habit: 'ARREARS',
    address: '北京市通州区示范物流园6号',
    legalRepName: '马通运',
    bankName: '示范银行通州支行',
  },
  {
    registrationNo: '1101130007',
    name: '顺义食品（示范）有限公司',
    unitType: 'ENTERPRISE',
    industry: 'C',
    injuryClass: 3,
    people: 260,
    habit: 'PUNCTUAL',
    address: '北京市顺义区示范路7号',
    legalRepName: '顾顺宜',
    bankName: '示范银行顺义支行',
  },
  {
    registrationNo: '1101150008',
    name: '大兴建设（示范）集团有限公司',
    unitType: 'ENTERPRISE',
    industry: 'E',
    injuryClass: 6,
    people: 800,
    habit: 'CURRENT_DUE',
    address: '北京市大兴区示范大道8号',
    legalRepName: '严大兴',
    bankName: '示范银行大兴支行',
  },
  {
    registrationNo: '1101020009',
    name: '西城老字号糕点（示范）合作社',
    unitType: 'COOPERATIVE',
    industry: 'C',
    injuryClass: 3,
    people: 12,
    habit: 'CURRENT_UNBILLED',
    address: '北京市西城区示范巷9号',
    legalRepName: '白守正',
    bankName: '示范银行西城支行',
  },
  {
    registrationNo: '1101070010',
    name: '石景山文化服务中心（示范）',
    unitType: 'PRIVATE_NON_ENTERPRISE',
    industry: 'R',
    injuryClass: 1,
    people: 8,
    habit: 'LATE',
    address: '北京市石景山区示范路10号',
    legalRepName: '温景山',
    bankName: '示范银行石景山支行',
  },
  {
    registrationNo: '1101110011',
    name: '房山家具（示范）有限公司',
    unitType: 'ENTERPRISE',
    industry: 'C',
    injuryClass: 5,
    people: 27,
    habit: 'ARREARS',
    address: '北京市房山区示范镇11号',
    legalRepName: '木良才',
    bankName: '示范银行房山支行',
  },
  {
    registrationNo: '1101160012',
    name: '怀柔民宿（示范）有限公司',
    unitType: 'ENTERPRISE',
    industry: 'H',
    injuryClass: 2,
    people: 5,
    habit: 'CURRENT_UNBILLED',
    address: '北京市怀柔区示范村12号',
    legalRepName: '山怀远',
    bankName: '示范银行怀柔支行',
  },
  {
    registrationNo: '1101170013',
    name: '平谷果业（示范）专业合作社',
    unitType: 'COOPERATIVE',
    industry: 'A',
    injuryClass: 2,
    people: 20,
    habit: 'CURRENT_DUE',
    address: '北京市平谷区示范乡13号',
    legalRepName: '陶夭夭',
    bankName: '示范银行平谷支行',
  },
  {
    registrationNo: '1101090014',
    name: '门头沟电子（示范）有限公司',
    unitType: 'ENTERPRISE',
    industry: 'C',
    injuryClass: 3,
    people: 60,
    habit: 'CURRENT_UNBILLED',
    address: '北京市门头沟区示范路14号',
    legalRepName: '关山月',
    bankName: '示范银行门头沟支行',
  },
  {
    registrationNo: '1101180015',
    name: '密云养蜂（示范）合作社',
    unitType: 'COOPERATIVE',
    industry: 'A',
    injuryClass: 2,
    people: 9,
    habit: 'PUNCTUAL',
    address: '北京市密云区示范村15号',
    legalRepName: '蜜自成',
    bankName: '示范银行密云支行',
  },
]

export interface DemoStaff {
  staffNo: string
  displayName: string
  roles: readonly string[]
}

export const demoStaff: readonly DemoStaff[] = [
  { staffNo: 'S1001', displayName: '何经办', roles: ['OFFICER'] },
  { staffNo: 'S1002', displayName: '周复核', roles: ['REVIEWER'] },
  { staffNo: 'S1003', displayName: '郑主任', roles: ['HEAD', 'REVIEWER', 'ADMINISTRATOR'] },
  { staffNo: 'S1004', displayName: '沈审计', roles: ['AUDITOR'] },
  { staffNo: 'S1005', displayName: '罗征缴', roles: ['COLLECTION_OFFICER'] },
  { staffNo: 'S1006', displayName: '马管理', roles: ['ADMINISTRATOR'] },
  { staffNo: 'S1007', displayName: '税征收', roles: ['TAX_OFFICER'] },
  { staffNo: 'S1008', displayName: '田热线', roles: ['HOTLINE_AGENT'] },
  { staffNo: 'S1009', displayName: '窦窗口', roles: ['WINDOW_AGENT'] },
]

/** The password of every demo employer and member of staff; the demo office says so in its README. */
export const demoPassword = 'Demo-2026-shebao'
