import type { Language } from '@shebao/kernel'

interface CommandWords {
  notInDemo: string
  usageCreate: string
  usageChange: string
  confirmCreate: string
  notMade: string
  officeExists: (name: string, region: string) => string
  created: (staffNo: string, password: string) => readonly string[]
  keepKey: (file: string) => string
  changed: string
  nothingChanged: string
  noOffice: string
  confirmKey: string
  keyReplaced: (before: string, now: string) => string
  twoAtTerminal: string
  payeeBefore: (account: string) => string
  payeeAfter: (account: string) => string
  firstPerson: string
  secondPerson: string
  password: string
  secondFactor: string
  notProven: string
  mayNotChange: string
  mayNotConfirm: string
  samePerson: string
  confirmPayee: string
  notConfirmed: string
}

export const commandWords: Readonly<Record<Language, CommandWords>> = {
  'zh-CN': {
    notInDemo: '演示环境自带机构。请先设置 SHEBAO_MODE=production。',
    usageCreate:
      '用法：shebao office create --region 110000 --name-zh … --name-en … --address-zh … --address-en … --phone … --seal … --payee-number … --payee-name … --payee-bank … --admin-no … --admin-name …\n在终端中运行时，未给出的内容会逐项询问。',
    usageChange:
      '用法：shebao office change [--name-zh …] [--name-en …] [--address-zh …] [--address-en …] [--phone …] [--seal …] [--payee-number …] [--payee-name …] [--payee-bank …]',
    confirmCreate: '以上内容是否正确？（是/否）',
    notMade: '未建立任何内容。',
    officeExists: (name, region) =>
      `已有经办机构：${name}（${region}）。每套系统只有一个机构；变更信息请用 shebao office change。`,
    created: (staffNo, password) => [
      '经办机构已建立。',
      `首位管理员工号：${staffNo}`,
      `初始密码（只显示这一次，登录后必须更换）：${password}`,
    ],
    keepKey: (file) => `加密密钥：${file}。请另行保存一份副本；遗失后个人信息无法读取。`,
    changed: '机构信息已变更，此后打印的文书按新信息出具。',
    nothingChanged: '与现有信息相同，没有变更。',
    noOffice: '还没有经办机构。请运行 shebao office create。',
    confirmKey: '更换签名密钥后，此前的文书仍可核验，但不再用旧密钥签发。请加上 --yes 确认。',
    keyReplaced: (before, now) => `签名密钥已更换：${before} 停用，${now} 启用。请重新下载离线核验页并分发给使用者。`,
    twoAtTerminal: '变更基金收入户须由两人办理：请在终端中运行本命令，由两名工作人员先后输入工号和密码。',
    payeeBefore: (account) => `现基金收入户：${account}`,
    payeeAfter: (account) => `变更为：　　　${account}`,
    firstPerson: '经办人（经办员或机构负责人）工号：',
    secondPerson: '复核人（另一名复核员或机构负责人）工号：',
    password: '密码：',
    secondFactor: '验证器中的六位数字，或恢复码：',
    notProven: '工号、密码或验证码不正确，或账户已锁定，或仍在使用初始密码。没有变更。',
    mayNotChange: '只有经办员或机构负责人可以变更基金收入户。没有变更。',
    mayNotConfirm: '该工作人员无权复核。没有变更。',
    samePerson: '经办人与复核人不能是同一人。没有变更。',
    confirmPayee: '复核人：是否与公文一致，确认变更？（是/否）',
    notConfirmed: '未确认，没有变更。',
  },
  en: {
    notInDemo: 'A demonstration makes its own office. Set SHEBAO_MODE=production first.',
    usageCreate:
      'Usage: shebao office create --region 110000 --name-zh … --name-en … --address-zh … --address-en … --phone … --seal … --payee-number … --payee-name … --payee-bank … --admin-no … --admin-name …\nIn a terminal, whatever is not given is asked for.',
    usageChange:
      'Usage: shebao office change [--name-zh …] [--name-en …] [--address-zh …] [--address-en …] [--phone …] [--seal …] [--payee-number …] [--payee-name …] [--payee-bank …]',
    confirmCreate: 'Is all of this right? (yes/no)',
    notMade: 'Nothing was made.',
    officeExists: (name, region) =>
      `There is an office already: ${name} (${region}). An installation has one; shebao office change changes its particulars.`,
    created: (staffNo, password) => [
      'The office is made.',
      `Staff number of the first administrator: ${staffNo}`,
      `Initial password, shown only now and to be changed at the first sign-in: ${password}`,
    ],
    keepKey: (file) =>
      `The secret key is ${file}. Keep a copy of it elsewhere: without it personal data cannot be read.`,
    changed: 'The particulars are changed; papers printed from now on say it.',
    nothingChanged: 'The office says so already: nothing changed.',
    noOffice: 'There is no office yet. Run shebao office create.',
    confirmKey:
      'With a new signing key papers of before can still be checked, but nothing more is signed with the old one. Confirm with --yes.',
    keyReplaced: (before, now) =>
      `The signing key is replaced: ${before} signs no more, ${now} does. Download the offline verifier again for whoever uses it.`,
    twoAtTerminal:
      'Another payee account takes two people: run this in a terminal, where two of the staff give their number and password one after the other.',
    payeeBefore: (account) => `Payee account now: ${account}`,
    payeeAfter: (account) => `It would become:   ${account}`,
    firstPerson: 'Staff number of who changes it (officer or head):',
    secondPerson: 'Staff number of who confirms it (another one, reviewer or head):',
    password: 'Password:',
    secondFactor: 'Six digits of the authenticator app, or a recovery code:',
    notProven:
      'Number, password or code is wrong, the account is locked, or the password is still the initial one. Nothing was changed.',
    mayNotChange: 'Only an officer or the head of the office changes the payee account. Nothing was changed.',
    mayNotConfirm: 'This person may not confirm it. Nothing was changed.',
    samePerson: 'Who confirms must be somebody else. Nothing was changed.',
    confirmPayee: 'Who confirms: does this agree with the document, and is it to be changed? (yes/no)',
    notConfirmed: 'Not confirmed: nothing was changed.',
  },
}
