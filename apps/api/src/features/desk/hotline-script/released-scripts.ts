import type { ScriptMatter, ScriptText } from '@shebao/hotline'

const law = (articles: string) => `《中华人民共和国社会保险法》${articles}`
const lawEn = (articles: string) => `Social Insurance Law, ${articles}`
const regulation = (articles: string) => `《社会保险经办条例》${articles}`
const regulationEn = (articles: string) => `Social Insurance Handling Regulation, ${articles}`
/** Where no law says it: the office's own way of answering the telephone [PD]. */
const own = { sourceZh: '本机构热线服务规则', sourceEn: 'The office’s own rules of the hotline' } as const
const figures = { sourceZh: '本机构经办参数', sourceEn: 'The office’s service figures' } as const

/** When the released set was written, and for how long that is taken for granted [PD]. */
export const releasedOn = '2026-11-30'
export const reviewDays = 365

/** What every office begins with, one for each matter; each is the office's own from then on. */
export const releasedScripts: Readonly<Record<ScriptMatter, ScriptText>> = {
  IDENTITY_CHECK: {
    textZh:
      '您好，这里是 12333。为保护您的信息，先核对身份：请说出持卡人的姓名、证件号码和社保卡卡号。撤销挂失还要请您说出任一参保单位。一次来电可以核对 {checks} 次，不符时我不能告诉您是哪一项；核对不上，请本人持有效身份证件到窗口办理。',
    textEn:
      'This is 12333. To protect your data I first check who is calling: please tell me the holder’s name, ID number and card number. To withdraw a report of loss I also ask for any employer that insured the holder. I can check {checks} times in one call and may not say which detail does not fit; if it does not, please come to a window with a valid ID.',
    sourceZh: law('第八十一条'),
    sourceEn: lawEn('art. 81'),
  },
  ACTIVATE: {
    textZh:
      '{caller}，您好。您要启用的是卡号 {cardNumber} 的社保卡，对吗？好的，现在为您启用，只启用社会保障功能；银行账户请到发卡银行启用。下次使用前须先修改密码，密码不要告诉任何人，我们也不会向您询问。办理结果会发到您的站内消息。',
    textEn:
      'Good day, {caller}. You want to activate the card {cardNumber}, is that right? I activate it now, for social security alone; the bank’s account is activated at the issuing bank. The password has to be changed before the next use. Tell it to nobody; we never ask for it. You find the outcome in your inbox.',
    sourceZh: regulation('第七条'),
    sourceEn: regulationEn('art. 7'),
  },
  REPORT_LOSS: {
    textZh:
      '{caller}，您好。卡号 {cardNumber} 的社保卡挂失后立即停用，口头挂失的有效期是 {lossDays} 天，到期自动恢复。请在这之前到窗口办理书面挂失；找到了卡，可以来电撤销。银行账户请另外致电发卡银行挂失。现在为您挂失，可以吗？',
    textEn:
      'Good day, {caller}. Once reported lost, the card {cardNumber} is blocked at once. A report by phone runs for {lossDays} days and then ends by itself, so please come to a window before that for a report in writing; if the card is found, call us to withdraw it. The bank’s account is reported to the issuing bank. Shall I report it now?',
    ...figures,
  },
  WITHDRAW_LOSS: {
    textZh:
      '{caller}，您好。卡面上印有姓名和号码，捡到卡的人也能看到，所以撤销挂失要多问一项：请说出任一为您参保的单位。核对通过后马上恢复使用。书面挂失不能在电话里解除，请本人持有效身份证件到窗口办理。',
    textEn:
      'Good day, {caller}. Name and number are printed on the card, so whoever found it knows them. That is why I ask one thing more: any employer that insured you. After that the card works again at once. A loss reported in writing is not released by telephone: please come to a window in person with a valid ID.',
    ...own,
  },
  CARD_AT_WINDOW: {
    textZh:
      '{caller}，您好。书面挂失和解除、补换卡、解除冻结、注销，都不能在电话里办，请本人持有效身份证件到社保窗口；补换卡也可以登录本系统申请。新卡一般在 {readyDays} 个工作日内制好，这期间可以领临时卡，有效期 {temporaryDays} 天，没有银行功能。',
    textEn:
      'Good day, {caller}. A loss in writing and its release, another card, unfreezing and cancelling are not done by telephone: please come to a window in person with a valid ID; another card can also be applied for when signed in. A new card is made within {readyDays} working days. Until then a temporary card, valid for {temporaryDays} days and without a bank function, can stand in.',
    ...figures,
  },
  PASSWORD: {
    textZh:
      '{caller}，您好。密码不在电话里设置，我们也看不到您的密码。密码连续输错 {pinTries} 次，卡会锁定；请本人持有效身份证件到窗口解锁或重置。社保卡的密码和银行密码是两个密码，银行密码请找发卡银行。',
    textEn:
      'Good day, {caller}. A password is never set by telephone, and we cannot see yours. After {pinTries} wrong ones in a row the card locks; it is unlocked or reset at a window, for the holder in person with a valid ID. The card’s password and the bank’s are two: for the bank’s, ask the issuing bank.',
    ...figures,
  },
  BANK_ACCOUNT: {
    textZh:
      '{caller}，您好。社保卡上的银行账户由发卡银行管理，启用账户、银行密码、余额和交易都请致电银行客服或到网点。我们这里只能看到社会保障功能的状态。陌生人来电要您转账或报验证码的，都不是我们，请不要相信。',
    textEn:
      'Good day, {caller}. The bank’s account on the card is kept by the issuing bank: for activating it, its password, balance and payments, please call the bank or go to a branch. We see only how the card stands for social security. Whoever calls you for money or a code is not us.',
    sourceZh: regulation('第七条'),
    sourceEn: regulationEn('art. 7'),
  },
  PAYMENT_RECORD: {
    textZh:
      '{caller}，您好。您可以免费查询自己的缴费记录。您最近几个月的情况是……（照屏幕说月份、单位和是否已缴）。登录本系统，在“记录”里可以按月、按险种查看，每一笔金额都能点开看怎样算出。发现有误，可以在“问”里申请更正，也可以由我现在替您登记。',
    textEn:
      'Good day, {caller}. You may look up what was paid for you free of charge. Your last months are … (say month, employer and whether it was paid, as on the screen). Signed in, “Record” shows them by month and insurance, and every amount opens to how it was found. If something is wrong, ask for a correction under “Ask”, or I write it down for you now.',
    sourceZh: `${law('第四条、第七十四条')}；${regulation('第三十二条')}`,
    sourceEn: `${lawEn('art. 4 and 74')}; ${regulationEn('art. 32')}`,
  },
  UNPAID_MONTH: {
    textZh:
      '{caller}，您好。“未缴”表示这个月已经核定，但还没有收到单位的款项。缴费是单位的责任，个人部分由单位代扣代缴，滞纳金不能向您收取。请先问单位；单位不缴的，您可以举报，举报人的信息会与举报内容分开保存。要不要我把这个月登记下来，请经办人查清后答复您？',
    textEn:
      'Good day, {caller}. Unpaid means that the month was assessed and your employer’s money has not arrived. Paying is the employer’s duty; it withholds your own share, and the late fee must not be passed on to you. Ask the employer first. If it does not pay you may report it; who reports is kept apart from the report. Shall I write the month down, so that somebody looks into it and answers you?',
    sourceZh: law('第四条、第六十条、第八十二条、第八十六条'),
    sourceEn: lawEn('art. 4, 60, 82 and 86'),
  },
  TRANSFER: {
    textZh:
      '{caller}，您好。换了地方工作，养老保险关系随本人转移，缴费年限累计计算。转出由我们开具参保凭证，转入请带凭证到窗口或登录本系统办理；在我们这里每一步的时限是 {transferDays} 个工作日，外地经办机构所用的时间不在内。办理到哪一步，登录后可以看到。',
    textEn:
      'Good day, {caller}. Whoever works in another place takes the pension relationship along, and the years add up. When you leave, we issue the certificate of insurance; when you arrive, bring it to a window or hand it in when signed in. Each step here takes {transferDays} working days; what the other office needs is not among them. How far it is you see when signed in.',
    sourceZh: law('第十九条'),
    sourceEn: lawEn('art. 19'),
  },
  BENEFIT: {
    textZh:
      '{caller}，您好。达到法定退休年龄、累计缴费满规定年限的，可以按月领取基本养老金；具体年龄和年限按您的出生年月和参保情况计算，登录后在“记录”里可以看到推算。电话里不能核定待遇，请本人或单位按规定申请。我可以把您的问题登记下来，由经办人书面答复。',
    textEn:
      'Good day, {caller}. Whoever has reached the age of retirement and paid for as many years as the law asks draws a pension each month. Age and years depend on your birthday and record; signed in, “Record” shows how it works out. A benefit is not decided by telephone: you or your employer apply for it. I can write your question down, and you get an answer in writing.',
    sourceZh: law('第十六条'),
    sourceEn: lawEn('art. 16'),
  },
  EMPLOYER_REPORT: {
    textZh:
      '您有权举报单位不参保、少缴或者欠缴。请登录本系统在“问”里填写举报，或者到窗口提交，可以附上合同、工资单等凭据。举报人的信息与举报内容分开保存，不向单位透露，热线这里也看不到。已经举报的，请报编号，我只按编号查进度。',
    textEn:
      'You may report an employer that does not insure its people, pays too little or does not pay. Fill in a report under “Ask” when signed in, or hand it in at a window, with a contract or payslips if you have them. Who reports is kept apart from the report and is not told to the employer; the hotline does not see it either. If you reported already, tell me the number: I look it up by that alone.',
    sourceZh: law('第八十二条'),
    sourceEn: lawEn('art. 82'),
  },
  COMPLAINT: {
    textZh:
      '给您带来不便，我向您道歉。请您说说是哪一件事、在什么时候、哪个窗口或哪次来电，我照您说的登记下来，查清后在 {answerDays} 个工作日内答复您。对具体决定不服的，也可以申请行政复议或者提起行政诉讼。',
    textEn:
      'I am sorry for the trouble. Please tell me what it is about, when it was, and at which window or in which call. I write it down as you say it; it is looked into and answered within {answerDays} working days. Against a decision you may also apply for reconsideration or go to court.',
    sourceZh: law('第八十三条'),
    sourceEn: lawEn('art. 83'),
  },
  CALL_BACK: {
    textZh:
      '{caller}，这件事我现在答不了，替您登记下来，不会让您重复说明。登记后我把编号告诉您，请记下来。最迟在 {answerDays} 个工作日内答复，登录后在“问”里可以看到；您想接电话的，请说一个方便的号码，只有办理这件事的人能看到。答复后 {reopenDays} 天内还可以接着问。',
    textEn:
      '{caller}, I cannot answer that now and write it down for you, so that you need not say it again. I tell you its number: please note it. It is answered within {answerDays} working days at the latest, and you find it under “Ask” when signed in. If you would rather be called, tell me a number; only whoever handles it sees that. For {reopenDays} days after the answer you may ask on.',
    ...figures,
  },
  CLOSING: {
    textZh:
      '请问还有别的事吗？没有的话，我把这次通话的结果记下来。查看您的记录这件事，您登录后在“谁看过我的记录”里能看到。感谢来电，再见。（骚扰或误拨：这里是社保服务热线，现在结束通话，请把线路留给需要的人。）',
    textEn:
      'Is there anything else? If not, I write down how this call ended. That I looked at your record you see under “Who looked at my record” when signed in. Thank you for calling, goodbye. (A nuisance or a wrong number: this is the hotline for social security; I end the call now, so that others get through.)',
    ...own,
  },
}
