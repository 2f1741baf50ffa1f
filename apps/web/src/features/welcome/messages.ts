import { defineMessages } from '../../shared/lib/messages.ts'

export const messages = defineMessages(
  {
    title: '社会保险网上申报',
    lead: '单位办年检、报人员、缴费，个人查缴费记录，经办机构受理审核，都在这里。',
    who: '您是哪一类用户？',
    employer: '用人单位',
    employerText: '填报年检申报表，核对职工名册，提交后打印、缴费。',
    employerHow: '使用社会保险登记证号或统一社会信用代码登录',
    insured: '参保个人',
    insuredText: '查看单位是否按月为您足额缴费，了解社保卡状态。',
    insuredHow: '使用身份证件号码和社保卡密码登录',
    staff: '经办人员',
    staffText: '受理申报，对照登记信息审核，退回补正或核定应缴费额。',
    staffHow: '使用工号登录',
    signIn: '登录',
    continueAs: '以 {name} 的身份继续',
    rights: '用人单位应当按时足额缴纳社会保险费，并按月将缴纳明细告知职工本人（社会保险法第六十条）。',
  },
  {
    title: 'Social insurance, filed online',
    lead: 'Employers file, list their people and pay; insured people check their record; the office reviews. All in one place.',
    who: 'Who are you?',
    employer: 'Employer',
    employerText: "File the annual inspection, compare your roster with the office's, submit, print and pay.",
    employerHow: 'Sign in with your registration number or credit code',
    insured: 'Insured person',
    insuredText: 'See month by month whether your employer has paid for you, and how your card stands.',
    insuredHow: 'Sign in with your ID number and card password',
    staff: 'Office staff',
    staffText: 'Receive declarations, check them against the register, return or accept them.',
    staffHow: 'Sign in with your staff number',
    signIn: 'Sign in',
    continueAs: 'Continue as {name}',
    rights:
      'Employers must pay contributions on time and in full, and tell each employee the details every month (Social Insurance Law, art. 60).',
  },
)
