import type { Language } from '@shebao/kernel'

const zh = {
  language: '您好，这里是12333社保服务热线。普通话请按1。',
  languageOther: 'For English, press 2.',
  menu: '启用社保卡请按1，口头挂失请按2，撤销口头挂失请按3，人工服务请按0。',
  askIdNumber:
    '请输入持卡人的18位证件号码，以井号键结束；末位是X的请按星号键。持通行证、护照，或号码带字母的，请先按星号键再输入号码，字母按它所在的数字键一下，护照输入社会保障号码。人工服务请按0和井号键。',
  askCardNumber: '请输入社保卡卡号中的数字，不用输入字母，以井号键结束。不知道卡号请按0和井号键，转人工服务。',
  askConfirm: '挂失后社保卡立即停用，到期自动恢复。确认挂失请按1，不挂失请按2。',
  askName: '请在提示音后说出持卡人的姓名，说完按井号键。录音只用于核对身份。',
  toAgent: '正在为您转接人工服务，请稍候。',
  checkedLater: '您的姓名已录音，工作人员核对后办理，结果通过站内消息和邮件告知。再见。',
  noAgent: '现在没有人工座席。请携带有效身份证件到社保窗口办理。再见。',
  goodbye: '感谢来电，再见。',
  notUnderstood: '没有听清您的按键。',
  noMatch: '您输入的信息无法核对，请重新输入。',
  notNow: '现在无法通过电话办理。请稍后再拨，或携带有效身份证件到社保窗口办理。',
  alreadyActive: '这张卡已经启用，不需要再次启用。',
  isLost: '这张卡已经挂失。找到卡后，口头挂失可以来电撤销；书面挂失须由本人到窗口解除。',
  notLost: '这张卡没有口头挂失。',
  notIssued: '这张卡还没有领取。请携带有效身份证件到窗口领取。',
  isOver: '这张卡已经作废。',
  toWindow: '这张卡现在不能通过电话办理。请携带有效身份证件到社保窗口办理。',
  changedMeanwhile: '这张卡的状态刚刚有变化，没有办理。请重新拨打，或到社保窗口办理。',
  lossReported: '挂失已办理，社保卡已停用，详情已通过站内消息告知持卡人。需要长期挂失的，请到窗口办理书面挂失。',
  nothingDone: '没有办理挂失。',
  busy: '系统繁忙，请稍后再拨。',
}
export type PromptName = keyof typeof zh

const en: Readonly<Record<PromptName, string>> = {
  language: '您好，这里是12333社保服务热线。普通话请按1。',
  languageOther: 'For English, press 2.',
  menu: 'To activate a social security card, press 1. To report it lost, press 2. To withdraw a report of loss, press 3. For an agent, press 0.',
  askIdNumber:
    'Enter the eighteen characters of the holder’s ID number, then the hash key. For a final X press the star key. For a travel permit, a passport or any number with letters, press the star key first, then each character once, a letter by the key it stands on; with a passport, the social security number. For an agent, press 0 and the hash key.',
  askCardNumber:
    'Enter the digits of the card number without its letter, then the hash key. If you do not know it, press 0 and the hash key for an agent.',
  askConfirm:
    'The card is blocked at once, and free again by itself after some days. To report it lost, press 1. To leave it as it is, press 2.',
  askName:
    'After the tone, say the holder’s name and press the hash key. The recording is used only to check who you are.',
  toAgent: 'You are being put through to an agent. Please wait.',
  checkedLater:
    'Your name was recorded. It is done once somebody has checked it, and the outcome is told in the inbox and by e-mail. Goodbye.',
  noAgent: 'There are no agents now. Please come to a window with a valid ID. Goodbye.',
  goodbye: 'Thank you for calling. Goodbye.',
  notUnderstood: 'That was not understood.',
  noMatch: 'These details could not be confirmed. Please enter them again.',
  notNow: 'This cannot be done by telephone now. Please call later, or come to a window with a valid ID.',
  alreadyActive: 'This card is active already.',
  isLost:
    'This card was reported lost. Once it is found, a report by phone can be withdrawn by phone; one in writing is released at a window by its holder.',
  notLost: 'This card was not reported lost by phone or web.',
  notIssued: 'This card was not collected yet. Please collect it at a window with a valid ID.',
  isOver: 'This card is void.',
  toWindow: 'Nothing can be done with this card by telephone now. Please come to a window with a valid ID.',
  changedMeanwhile: 'This card changed a moment ago, and nothing was done. Please call again, or come to a window.',
  lossReported:
    'The loss was reported and the card is blocked; its holder finds it in their inbox. For a loss that does not end by itself, come to a window.',
  nothingDone: 'Nothing was reported.',
  busy: 'The system is busy. Please call later.',
}

const prompts: Readonly<Record<Language, Readonly<Record<PromptName, string>>>> = { 'zh-CN': zh, en }
export const promptText = (language: Language, name: PromptName): string => prompts[language][name]
