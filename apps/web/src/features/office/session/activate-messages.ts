import { defineMessages } from '../../../shared/lib/messages.ts'

/** Words of the page that a one-time link leads to. */
export const activateMessages = defineMessages(
  {
    title: '设置登录密码',
    lead: '请输入信函或管理员给您的一次性代码。',
    leadOpened: '请核对账户，然后设置新密码。代码只能使用一次。',
    code: '一次性代码',
    codeHint: '20 位字母和数字，不分大小写，连字符可省略。',
    missing: '请填写一次性代码',
    open: '继续',
    wrongCode: '代码不正确。请逐位核对，或请管理员、经办机构重新发给。',
    linkUSED:
      '这个代码已经用过，密码已设置，请直接登录。密码不是您设置的，请立即告知单位管理员或经办机构；忘记密码的，请他们重新发给。',
    linkWITHDRAWN:
      '这个代码已停用：之后又发过新的代码，或者账户已停用。请使用最新的代码，没有的，请单位管理员或经办机构重新发给。',
    linkEXPIRED: '这个代码已过有效期。请单位管理员或经办机构重新发给。',
    connectionFailed: '没有连上服务器，您填写的内容仍在。请检查网络后重试。',
    tooMany: '代码错误次数过多，请 15 分钟后再试。您填写的内容仍在。',
    account: '账户',
    identifierSTAFF: '登录工号',
    identifierEMPLOYER: '登录号码（请记下）',
    identifierINSURED: '登录号码',
    validUntil: '代码有效至',
    doneTitle: '密码已设置',
    done: '密码已设置，先前的登录已全部退出。请用新密码登录。',
    toSignIn: '前往登录',
    identifierPARTNER: '操作员编号',
  },
  {
    title: 'Set your password',
    lead: 'Enter the one-time code from the letter, or from your administrator.',
    leadOpened: 'Check that it is your account, then choose a password. The code works once.',
    code: 'One-time code',
    codeHint: '20 letters and digits; capitals and hyphens do not matter.',
    missing: 'The one-time code is needed',
    open: 'Go on',
    wrongCode: 'The code is not right. Check each character, or ask your administrator or the office for another one.',
    linkUSED:
      'This code was used: a password is set, and you can sign in with it. If you did not set it, tell your administrator or the office at once; if you forgot it, ask them for another code.',
    linkWITHDRAWN:
      'This code was withdrawn: another one was made since, or the account was closed. Use the newest, or ask your administrator or the office for another one.',
    linkEXPIRED: 'This code has run out. Ask your administrator or the office for another one.',
    connectionFailed:
      'The server could not be reached; what you typed is still here. Check your connection and try again.',
    tooMany: 'Too many wrong codes. Try again in 15 minutes; what you typed is still here.',
    account: 'Account',
    identifierSTAFF: 'Staff number for signing in',
    identifierEMPLOYER: 'Number for signing in (note it down)',
    identifierINSURED: 'Number for signing in',
    validUntil: 'The code is valid until',
    doneTitle: 'The password is set',
    done: 'The password is set, and every earlier session has ended. Sign in with the new one.',
    toSignIn: 'Go to sign in',
    identifierPARTNER: 'Operator number for signing in',
  },
)
