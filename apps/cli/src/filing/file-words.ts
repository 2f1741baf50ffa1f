import type { Language } from '../language.ts'

type Pair = Readonly<Record<Language, string>>

/** Why the office did not do something, by its code; one that is not here is said by its code and the office's own sentence. */
const REFUSALS: Readonly<Record<string, Pair>> = {
  UNAUTHENTICATED: {
    'zh-CN': '令牌无效、已过期或已吊销。',
    en: 'The token is not known, has run out, or was revoked.',
  },
  SCOPE_MISSING: { 'zh-CN': '令牌缺少范围：', en: 'The token lacks a scope: ' },
  FORBIDDEN: { 'zh-CN': '令牌不能办理此事。', en: 'The token may not do this.' },
  NOT_FOUND: { 'zh-CN': '没有这样的记录。', en: 'There is no such record.' },
  TOO_MANY_REQUESTS: { 'zh-CN': '请求过多，请稍后再试：', en: 'Too many requests; try again later: ' },
  IDEMPOTENCY_KEY_USED: {
    'zh-CN': '该幂等键已用于其他内容，请换用新的 --key。',
    en: 'This key was used for another content; give a new --key.',
  },
  WINDOW_NOT_OPEN: { 'zh-CN': '申报期尚未开始：', en: 'The filing window has not opened: ' },
  WINDOW_CLOSED: { 'zh-CN': '申报期已结束：', en: 'The filing window has closed: ' },
  ALREADY_SUBMITTED: { 'zh-CN': '已经提交，不能再修改。', en: 'It was submitted and cannot be changed.' },
  UNDER_REVIEW: { 'zh-CN': '正在审核，不能修改。', en: 'It is under review and cannot be changed.' },
  FINISHED: { 'zh-CN': '已办结。', en: 'It is finished.' },
  ROW_REPEATED: { 'zh-CN': '行号重复：', en: 'Rows are repeated: ' },
  TOO_MANY_PEOPLE: { 'zh-CN': '人数超过上限。', en: 'There are more people than one list may have.' },
  LIST_EMPTY: { 'zh-CN': '名单为空，无法比对。', en: 'The list is empty: there is nothing to compare.' },
  ROSTER_STALE: {
    'zh-CN': '经办机构名册已变化，请重新运行。',
    en: 'The bureau’s roster has changed meanwhile; run it again.',
  },
  NOT_ALLOWED: { 'zh-CN': '这类差异不能这样处理。', en: 'Differences of this kind cannot be settled so.' },
  NOT_IN_BULK: {
    'zh-CN': '这类差异不能成批处理，请在网页上逐条处理。',
    en: 'These cannot be settled all at once; settle them one by one on the site.',
  },
  REASON_MISSING: { 'zh-CN': '请用 --reason 写明理由。', en: 'Give a reason with --reason.' },
  STOP_REASON_MISSING: {
    'zh-CN': '停保须写明原因：KIND=STOP:原因。',
    en: 'A stop needs its reason: KIND=STOP:REASON.',
  },
  CONFLICT: { 'zh-CN': '同时有人修改了草稿，请重新运行。', en: 'Somebody changed the draft meanwhile; run it again.' },
}

export function wordRefusal(code: string, detail: string, language: Language): string {
  const words = REFUSALS[code]
  if (!words) return `[${code}] ${detail}`
  const open = /[:：]\s*$/u.test(words[language])
  return `[${code}] ${words[language]}${open ? detail : ''}`
}

export const FILE_WORDS = {
  'zh-CN': {
    usage: `用法：shebao file inspection [名单.xlsx] [选项]
  --url 地址            经办机构网址，或环境变量 SHEBAO_URL
  --token 令牌          接口令牌，或环境变量 SHEBAO_TOKEN（不会留在命令历史中）
  --unit 单位.yaml      单位情况表的答案，JSON 或 YAML，金额以分计
  --employees-signed    声明名单中每名职工均已在本人一行签字
  --resolve 类别=处理   成批处理一类比对差异，可重复；停保写作 类别=STOP:原因
  --reason 文字         处理差异的理由
  --submit --signer 姓名  提交，签名人声明所填内容真实完整
  --key 键              提交的幂等键；不写则由草稿的版本得出
  --print 文件.pdf      保存已提交申报的打印件
  --test                测试模式：草稿照常保存，提交完整办理后撤销
  --sheet 工作表  --lang zh-CN|en  --json
退出码：0 已办妥；1 不完整或被拒；2 命令有误；3 无法连接`,
    lang: '--lang 应为 zh-CN 或 en。',
    what: '请写明申报什么：inspection。',
    oneList: '只能给出一个名单。',
    url: '请给出 --url 或 SHEBAO_URL，例如 https://office.example。',
    token: '请给出 --token 或 SHEBAO_TOKEN。',
    resolve: (text: string) => `--resolve 应为 类别=处理，例如 EXTRA_IN_UNIT=ADD：${text}`,
    signer: '--submit 需要 --signer 姓名：由谁声明内容真实完整。',
    print: '--print 应为 .pdf 文件。',
    unreachable: (url: string, cause: string) => `无法连接 ${url}：${cause}`,
    unitFile: (path: string, reason: string) => `${path}：${reason}`,
    unitField: (path: string, field: string, reason: string) => `${path}  ${field}：${reason}`,
    UNREADABLE: '无法读取文件，请检查路径',
    TOO_LARGE: '文件超过 1 MB',
    notAnswers: '应为“答案名: 值”的对照表',
    noSuchAnswer: '没有这项答案',
    otherShape: '不是这项答案应有的值',
    readOnly: '由登记信息或名单得出，不需填写',
    uploaded: (people: number) => `名单已上传：${people} 人`,
    unitSaved: (answers: number) => `单位情况表已保存：${answers} 项`,
    resolved: (kind: string, count: number) => `${kind}：已处理 ${count} 条`,
    differences: (open: number) => `名册比对：未处理差异 ${open} 条`,
    submitted: (formNo: string, version: number) => `已提交：${formNo}，第 ${version} 版`,
    tested: (formNo: string) => `测试通过：提交 ${formNo} 已完整办理并撤销，没有提交任何内容`,
    hash: '内容散列值',
    verify: '验证码',
    printed: (path: string) => `打印件已保存：${path}`,
    nothingToPrint: '还没有提交，没有可打印的申报。',
    cannotWrite: (path: string) => `无法写入文件：${path}`,
    draft: '草稿已保存，尚未提交。',
  },
  en: {
    usage: `Usage: shebao file inspection [LIST.xlsx] [options]
  --url ADDRESS         of the office, or the variable SHEBAO_URL
  --token TOKEN         an access token, or the variable SHEBAO_TOKEN, which stays out of the shell's history
  --unit UNIT.yaml      answers of the unit form, JSON or YAML, money in fen
  --employees-signed    states that every employee signed their line of the list
  --resolve KIND=WAY    settles all differences of a kind; may be repeated; a stop is KIND=STOP:REASON
  --reason TEXT         the reason for settling them so
  --submit --signer NAME  submits; the signer declares that everything is true and complete
  --key KEY             idempotency key of the submission; without it one is made of the draft's revisions
  --print FILE.pdf      keeps the printed form of what was submitted
  --test                test mode: the draft is kept, the submission is carried out and undone
  --sheet SHEET  --lang zh-CN|en  --json
Exit codes: 0 done; 1 incomplete or refused; 2 the command is wrong; 3 the office cannot be reached`,
    lang: '--lang takes zh-CN or en.',
    what: 'Say what to file: inspection.',
    oneList: 'Name one list.',
    url: 'Give --url or SHEBAO_URL, such as https://office.example.',
    token: 'Give --token or SHEBAO_TOKEN.',
    resolve: (text: string) => `--resolve takes KIND=WAY, such as EXTRA_IN_UNIT=ADD: ${text}`,
    signer: '--submit needs --signer NAME: who declares that everything is true and complete.',
    print: '--print takes a .pdf file.',
    unreachable: (url: string, cause: string) => `${url} cannot be reached: ${cause}`,
    unitFile: (path: string, reason: string) => `${path}: ${reason}`,
    unitField: (path: string, field: string, reason: string) => `${path}  ${field}: ${reason}`,
    UNREADABLE: 'the file cannot be read; check the path',
    TOO_LARGE: 'the file is larger than 1 MB',
    notAnswers: 'a mapping of answers is needed',
    noSuchAnswer: 'there is no such answer',
    otherShape: 'not a value that this answer can have',
    readOnly: 'comes from the register or the list and is not given',
    uploaded: (people: number) => `List uploaded: ${people} people`,
    unitSaved: (answers: number) => `Unit form saved: ${answers} answers`,
    resolved: (kind: string, count: number) => `${kind}: ${count} settled`,
    differences: (open: number) => `Comparison with the roster: ${open} open differences`,
    submitted: (formNo: string, version: number) => `Submitted: ${formNo}, version ${version}`,
    tested: (formNo: string) =>
      `Test passed: the submission ${formNo} was carried out and undone; nothing was submitted`,
    hash: 'Content hash',
    verify: 'Verification code',
    printed: (path: string) => `Printed form kept: ${path}`,
    nothingToPrint: 'Nothing was submitted yet, so there is no form to print.',
    cannotWrite: (path: string) => `The file cannot be written: ${path}`,
    draft: 'The draft is saved and not submitted.',
  },
} as const
