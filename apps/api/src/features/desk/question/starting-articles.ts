import type { StartingArticle } from './article-text.ts'
import { articlesOnBenefits } from './starting-articles-benefits.ts'
import { articlesOnEmployers } from './starting-articles-employers.ts'

const law = (articles: string) => `《中华人民共和国社会保险法》${articles}`
const lawEn = (articles: string) => `Social Insurance Law, ${articles}`

const articlesOnRecords: readonly StartingArticle[] = [
  {
    code: 'MONTH_UNPAID',
    topic: 'GAP',
    insurance: null,
    titleZh: '某个月显示“未缴”怎么办',
    titleEn: 'A month is shown as unpaid: what can I do?',
    bodyZh:
      '“未缴”表示这个月已经核定、但社保机构还没有收到单位的款项。单位应当自行申报、按时足额缴纳，您个人应缴的部分由单位代扣代缴。先向单位核实；单位不缴的，您可以向社保费征收机构或人力资源社会保障部门投诉。欠缴产生的滞纳金由单位承担，不能向您收取。',
    bodyEn:
      'Unpaid means: the month was assessed, and the money of your employer has not arrived. Your employer must declare and pay in full and in time, and withholds your own share. Ask your employer first. If it does not pay, you may complain to the collection office or to the labour and social-security department. The late fee is your employer’s and must not be passed on to you.',
    sourceZh: law('第四条、第六十条、第八十二条、第八十六条'),
    sourceEn: lawEn('art. 4, 60, 82 and 86'),
  },
  {
    code: 'GAP',
    topic: 'GAP',
    insurance: 'PENSION',
    titleZh: '断缴几个月有什么影响',
    titleEn: 'What does a gap of some months do?',
    bodyZh:
      '养老保险的缴费年限按实际缴费月份累计计算，中间断开不清零，以前的月份一直有效；断开的月份不计入年限。医疗保险待遇一般从断缴起受影响，具体等待期由统筹地区规定。应由单位缴纳而漏缴的月份，单位应当补缴。',
    bodyEn:
      'Months of pension insurance add up; a gap takes nothing away from those before it, and does not count itself. Medical benefits are usually affected from the gap on; the waiting time is set by the place that insures you. Months that your employer owed and left out have to be paid by it later.',
    sourceZh: law('第十六条、第十九条、第六十三条'),
    sourceEn: lawEn('art. 16, 19 and 63'),
  },
  {
    code: 'LOOK_UP',
    topic: 'RECORD',
    insurance: null,
    titleZh: '怎样查询缴费和待遇记录，要收费吗',
    titleEn: 'How do I look up what was paid, and does it cost anything?',
    bodyZh:
      '您有权免费查询、核对自己的缴费和享受待遇记录，并要求提供咨询。登录后在“记录”里按月、按险种查看；每个月都可以点开，看到单位、缴费基数、个人和单位各缴多少。社保机构应当定期把个人权益记录单免费寄送本人。',
    bodyEn:
      'You may look up and check your contributions and benefits free of charge, and ask about them. Signed in, “Record” shows them by month and insurance; each month opens to the employer, the base and both shares. The office sends a statement of your rights regularly and free of charge.',
    sourceZh: `${law('第四条、第七十四条')}；《社会保险经办条例》第三十二条`,
    sourceEn: `${lawEn('art. 4 and 74')}; Social Insurance Handling Regulation, art. 32`,
  },
  {
    code: 'RIGHTS_RECORD',
    topic: 'RECORD',
    insurance: null,
    titleZh: '个人权益记录包括哪些内容',
    titleEn: 'What does the personal rights record hold?',
    bodyZh:
      '个人权益记录包括：参保登记信息；缴纳和获得补贴的信息；享受待遇的资格和领取情况；缴费年限和个人账户；其他反映个人权益的信息。社保机构、单位和工作人员对这些信息负有保密义务，不得泄露。',
    bodyEn:
      'It holds your registration; contributions and subsidies; which benefits you may draw and have drawn; your years and personal accounts; and whatever else shows your rights. The office, its staff and employers must keep all of it confidential.',
    sourceZh: `《社会保险个人权益记录管理办法》第二条；${law('第八十一条')}`,
    sourceEn: `Measures on Personal Rights Records of Social Insurance, art. 2; ${lawEn('art. 81')}`,
  },
  {
    code: 'CORRECT',
    topic: 'RECORD',
    insurance: null,
    titleZh: '记录有错，怎样申请更正',
    titleEn: 'Something in my record is wrong: how is it corrected?',
    bodyZh:
      '记录、核对自己的缴费情况是您的权利。发现姓名、月份、基数或单位有误的，请在“问”里选择“申请更正”，写明正确的内容并附上凭据，例如劳动合同、工资单、缴费凭证。经办机构核实后书面答复，说明在哪里作了更正，或者为什么不能更正。',
    bodyEn:
      'To check your record is your right. If a name, a month, a base or an employer is wrong, choose “Ask for a correction” under “Ask”, say what would be right and attach evidence such as a contract, a payslip or a receipt. The office checks it and answers in writing where it was corrected, or why it cannot be.',
    sourceZh: law('第四条、第七十四条'),
    sourceEn: lawEn('art. 4 and 74'),
  },
  {
    code: 'BASE',
    topic: 'BASE',
    insurance: null,
    titleZh: '缴费基数是怎样确定的',
    titleEn: 'How is the contribution base found?',
    bodyZh:
      '单位以职工工资总额、职工以本人工资为依据，按国家规定的比例缴费。本人工资低于当地公布的下限的，按下限计算；高于上限的，按上限计算。上下限每年由当地公布，各险种可能不同。在“记录”里点开一个月，可以看到该月的基数和计算过程。',
    bodyEn:
      'Employers pay by their total wages and employees by their own wage, at the rates the state sets. A wage below the published floor counts as the floor, one above the ceiling as the ceiling. Both are published each year where you are insured and may differ by insurance. Open a month under “Record” for its base and how it was found.',
    sourceZh: law('第十二条'),
    sourceEn: lawEn('art. 12'),
  },
  {
    code: 'NOT_MINE_TO_PAY',
    topic: 'BASE',
    insurance: 'WORK_INJURY',
    titleZh: '工伤、生育保险要个人缴费吗',
    titleEn: 'Do I pay for work-injury and maternity insurance?',
    bodyZh: '不需要。工伤保险费和生育保险费都由用人单位缴纳，职工个人不缴。单位从工资里扣这两项是不对的。',
    bodyEn: 'No. Both are paid by the employer alone. An employer must not deduct them from your wage.',
    sourceZh: law('第三十三条、第五十三条'),
    sourceEn: lawEn('art. 33 and 53'),
  },
  {
    code: 'CARD_LOST',
    topic: 'CARD',
    insurance: null,
    titleZh: '社保卡丢了怎么办',
    titleEn: 'I lost my card: what now?',
    bodyZh:
      '社会保障卡是您办理社保事务、享受待遇的凭证，遗失后请尽快挂失，以免被他人使用，再到经办窗口书面挂失并补领。补卡期间不影响已有的缴费记录和待遇资格。社会保障号码就是您的公民身份号码，换卡不变。',
    bodyEn:
      'The card is your voucher for insurance and benefits. Report its loss at once, so that nobody else uses it, then confirm the loss in writing at the window and apply for a new one. Your record and your rights do not change meanwhile. Your social-security number is your citizen number and stays the same.',
    sourceZh: `《社会保险经办条例》第七条；${law('第五十八条')}`,
    sourceEn: `Social Insurance Handling Regulation, art. 7; ${lawEn('art. 58')}`,
  },
]

/** What every office begins with; each is the office's own from then on. */
export const startingArticles: readonly StartingArticle[] = [
  ...articlesOnRecords,
  ...articlesOnEmployers,
  ...articlesOnBenefits,
]
