import { definePaperWords } from '../../register/paper-template/index.ts'

interface PaperWords {
  title: string
  subtitle: string
  other: string
  statement: string
  notes: readonly string[]
}
export interface TransferPaperWords {
  OUT: PaperWords
  IN: PaperWords
  name: string
  idNumber: string
  region: string
  voucherNo: string
  headers: readonly string[]
  principal: string
  interest: string
  total: string
  notFinal: string
}

export const transferPaperWords = definePaperWords<TransferPaperWords>('RELATION_TRANSFER', {
  'zh-CN': {
    OUT: {
      title: '社会保险参保缴费凭证',
      subtitle: '编号 {number}',
      other: '拟转入地经办机构',
      statement: '兹证明上述人员在本机构参加社会保险，已终止参保，缴费情况如上。请转入地经办机构据此接续。',
      notes: [
        '月数为在本地计算缴费年限的月份，同月只计一次；未到账的月份不列入，也不随同转移。',
        '工伤保险、生育保险不转移，由新单位重新参保。依据：《社会保险法》第十九条、第三十二条、第五十二条，《社会保险经办条例》第十二条至第十五条。',
        '统筹基金转移数额以资金划转时为准。金额单位：元。',
      ],
    },
    IN: {
      title: '社会保险关系转移接续联系函',
      subtitle: '编号 {number}',
      other: '转出地经办机构',
      statement: '上述人员已在本机构参保。本机构同意接收其社会保险关系，请办理转移手续，寄送信息表并划转资金。',
      notes: [
        '所列月份和金额依据转出地缴费凭证，以转出地信息表和实际划转资金为准。',
        '与本地重复的月份只计一次，对应的个人账户部分退还本人。金额单位：元。',
      ],
    },
    name: '姓名',
    idNumber: '社会保障号码',
    region: '行政区划代码',
    voucherNo: '转出地凭证编号',
    headers: ['险种', '起止年月', '月数'],
    principal: '个人账户本金',
    interest: '个人账户利息',
    total: '个人账户储存额',
    notFinal: '以前年度中有记账利率尚未公布的，储存额暂不含该年利息。',
  },
  en: {
    OUT: {
      title: 'Voucher of insurance and contributions',
      subtitle: 'No. {number}',
      other: 'Office of the region it goes to',
      statement:
        'This person was insured with this office; the insurance has ended, and what was paid stands above. The receiving office is asked to continue it.',
      notes: [
        'Months are those that count here, each once; months whose money has not come are not among them and do not move.',
        'Work-injury and maternity insurance do not move and begin anew with the next employer (SIL 19, 32, 52; Social Insurance Handling Regulation, art. 12 to 15).',
        'The unified part is what is sent with the funds. Amounts in yuan.',
      ],
    },
    IN: {
      title: 'Letter of acceptance of an insurance relationship',
      subtitle: 'No. {number}',
      other: 'Office of the region it comes from',
      statement:
        'This person is insured with this office, which takes their insurance relationship over and asks for the information form and the funds.',
      notes: [
        'Months and amounts are those of the other region’s voucher; its information form and the money that comes decide.',
        'Months that count here already count once, and the account’s part of them goes back to the person. Amounts in yuan.',
      ],
    },
    name: 'Name',
    idNumber: 'Social security number',
    region: 'Region code',
    voucherNo: 'Voucher of the other region',
    headers: ['Insurance', 'From – to', 'Months'],
    principal: 'Account, principal',
    interest: 'Account, interest',
    total: 'Account in all',
    notFinal: 'The rate of an earlier year is not published: the balance is without its interest.',
  },
})
