import { defineMessages } from '../../../shared/lib/messages.ts'

/** Why months are missing, and what that does to each insurance. */
export const messages = defineMessages(
  {
    title: '中断的月份',
    none: '没有中断，首次参保以来每个月都有记录。',
    one: '{period}',
    span: '{from}至{to}',
    count: '{count} 个月',
    allFive: '五险',
    NOT_EMPLOYED: '没有单位为您参保。',
    NOT_EMPLOYED_after: '离开{employer}后，没有单位为您参保。',
    stopped: '停保原因：{reason}。',
    NOT_TAKEN: '{employer}没有为您参加这一险种。',
    NOT_ASSESSED: '您在{employer}参保，但这些月份没有核定过保费。',
    todoNOT_EMPLOYED: '没有单位期间，您可以以灵活就业身份自己参加养老和医疗保险（社会保险法第十条、第二十三条）。',
    todoNOT_TAKEN:
      '请先问单位。单位应为职工办理登记并按时足额缴费（社会保险法第五十八条、第六十条）；没有办理的，您可以投诉（第八十二条）。',
    todoNOT_ASSESSED: '请带上劳动合同或工资单向社保机构查询。',
    does: '中断有什么影响',
    PENSION: '中断的月份不计入缴费年限；已缴的月份不会清零，累计计算（社会保险法第十六条、第十九条）。',
    MEDICAL:
      '中断期间由统筹基金报销的待遇一般会停止；续缴后是否有等待期，由当地规定（社会保险法第二十三条、第三十二条）。',
    UNEMPLOYMENT:
      '领取失业保险金须累计缴满一年；缴费时间累计计算，中断的月份不计（社会保险法第四十五条、第五十二条）。',
    WORK_INJURY: '只保障参保在岗期间。单位应参保而未参保时发生工伤的，由单位支付待遇（社会保险法第四十一条）。',
    MATERNITY: '单位已缴纳生育保险费的，职工才享受待遇；中断期间不享受（社会保险法第五十四条）。',
  },
  {
    title: 'Gaps',
    none: 'No gap: every month since you were first insured is on record.',
    one: '{period}',
    span: '{from} to {to}',
    count: '{count|# month|# months}',
    allFive: 'all five',
    NOT_EMPLOYED: 'No employer insured you.',
    NOT_EMPLOYED_after: 'After {employer} no employer insured you.',
    stopped: 'Reason: {reason}.',
    NOT_TAKEN: '{employer} did not insure you for this.',
    NOT_ASSESSED: '{employer} insured you, but no premium was ever assessed for this.',
    todoNOT_EMPLOYED:
      'While you have no employer you may insure yourself for pension and medical (Social Insurance Law, art. 10 and 23).',
    todoNOT_TAKEN:
      'Ask your employer first. Employers must register their people and pay in full and on time (Social Insurance Law, art. 58 and 60); if yours does not, you may complain (art. 82).',
    todoNOT_ASSESSED: 'Please ask the office, with your contract or pay slip.',
    does: 'What a gap does',
    PENSION:
      'The months do not count towards the minimum. What was paid is never lost and adds up (Social Insurance Law, art. 16 and 19).',
    MEDICAL:
      'Reimbursement by the pooled fund generally stops. Whether there is a waiting time once you are insured again is ruled locally (Social Insurance Law, art. 23 and 32).',
    UNEMPLOYMENT:
      'Unemployment benefit needs one year paid in all. Months add up; those of a gap do not count (Social Insurance Law, art. 45 and 52).',
    WORK_INJURY:
      'It covers you only while you are insured at work. An employer that should have insured you and did not pays the benefits itself (Social Insurance Law, art. 41).',
    MATERNITY:
      'Benefits are for those whose employer has paid; during a gap there are none (Social Insurance Law, art. 54).',
  },
)
