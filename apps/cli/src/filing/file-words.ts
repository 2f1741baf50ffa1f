import type { Wording } from '@shebao/kernel'
import type { Counts, Filing } from './monthly-answers.ts'

const FILINGS: Readonly<Record<Filing, Wording>> = {
  REGULAR: { 'zh-CN': '正常申报', en: 'regular' },
  SUPPLEMENTARY: { 'zh-CN': '补报', en: 'supplementary' },
  REVISED: { 'zh-CN': '更正申报', en: 'revised' },
}

export const FILE_WORDS = {
  'zh-CN': {
    usage: `用法：shebao file inspection [名单.xlsx] [选项]
      shebao file monthly [变更.xlsx] [选项]
  --url 地址            经办机构网址，或环境变量 SHEBAO_URL
  --token 令牌          接口令牌，或环境变量 SHEBAO_TOKEN（不会留在命令历史中）
  --submit --signer 姓名  提交，签名人声明所填内容真实完整
  --print 文件.pdf      保存已提交申报的打印件
  --key 键              提交的幂等键；不写则由草稿的版本得出
  --test                测试模式：草稿照常保存，提交完整办理后撤销
  --sheet 工作表  --lang zh-CN|en  --json
年检：
  --unit 单位.yaml      单位情况表的答案，JSON 或 YAML，金额以分计
  --employees-signed    声明名单中每名职工均已在本人一行签字
  --resolve 类别=处理   成批处理一类比对差异，可重复；停保写作 类别=STOP:原因
  --reason 文字         处理差异的理由
月度申报：
  --month 2026-11       所属期；不写则为现在开放的所属期
  --filing 类别         REGULAR 正常（默认）、SUPPLEMENTARY 补报、REVISED 更正
退出码：0 已办妥；1 不完整或被拒；2 命令有误；3 无法连接`,
    lang: '--lang 应为 zh-CN 或 en。',
    what: '请写明申报什么：inspection 或 monthly。',
    oneList: '只能给出一个名单。',
    notOf: (option: string, what: string) => `--${option} 不用于 ${what}。`,
    month: '--month 应为 YYYY-MM。',
    filing: '--filing 应为 REGULAR、SUPPLEMENTARY 或 REVISED。',
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
    ofMonth: (month: string, filing: Filing, dueOn: string) => `${month} ${FILINGS[filing]['zh-CN']}，${dueOn} 前提交`,
    changesUploaded: (changes: number) => `变更已上传：${changes} 条`,
    counted: ({ joins, stops, bases, infos }: Counts) =>
      `草稿：参保 ${joins}，停保 ${stops}，基数调整 ${bases}，信息变更 ${infos}`,
    willCost: (month: string, people: number, yuan: string) => `核定后 ${month} 应缴：${people} 人，${yuan} 元`,
    monthsBilled: (billed: string, credited: string) => `已开单月份的差额：补缴 ${billed} 元，退抵 ${credited} 元`,
    unemployed: (people: number, dueOn: string) => `失业人员名单：${people} 人，${dueOn} 前报送`,
  },
  en: {
    usage: `Usage: shebao file inspection [LIST.xlsx] [options]
       shebao file monthly [CHANGES.xlsx] [options]
  --url ADDRESS         of the office, or the variable SHEBAO_URL
  --token TOKEN         an access token, or the variable SHEBAO_TOKEN, which stays out of the shell's history
  --submit --signer NAME  submits; the signer declares that everything is true and complete
  --print FILE.pdf      keeps the printed form of what was submitted
  --key KEY             idempotency key of the submission; without it one is made of the draft's revisions
  --test                test mode: the draft is kept, the submission is carried out and undone
  --sheet SHEET  --lang zh-CN|en  --json
Annual inspection:
  --unit UNIT.yaml      answers of the unit form, JSON or YAML, money in fen
  --employees-signed    states that every employee signed their line of the list
  --resolve KIND=WAY    settles all differences of a kind; may be repeated; a stop is KIND=STOP:REASON
  --reason TEXT         the reason for settling them so
Monthly declaration:
  --month 2026-11       the month; without it the one that is open
  --filing KIND         REGULAR (unless told), SUPPLEMENTARY or REVISED
Exit codes: 0 done; 1 incomplete or refused; 2 the command is wrong; 3 the office cannot be reached`,
    lang: '--lang takes zh-CN or en.',
    what: 'Say what to file: inspection or monthly.',
    oneList: 'Name one list.',
    notOf: (option: string, what: string) => `--${option} is not for ${what}.`,
    month: '--month takes YYYY-MM.',
    filing: '--filing takes REGULAR, SUPPLEMENTARY or REVISED.',
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
    ofMonth: (month: string, filing: Filing, dueOn: string) =>
      `${month}, ${FILINGS[filing].en}, to be filed by ${dueOn}`,
    changesUploaded: (changes: number) => `Changes uploaded: ${changes}`,
    counted: ({ joins, stops, bases, infos }: Counts) =>
      `Draft: ${joins} joins, ${stops} stops, ${bases} bases, ${infos} particulars`,
    willCost: (month: string, people: number, yuan: string) =>
      `${month} will cost, once accepted: ${people} people, ${yuan} yuan`,
    monthsBilled: (billed: string, credited: string) =>
      `Months billed already: ${billed} yuan more, ${credited} yuan credited`,
    unemployed: (people: number, dueOn: string) => `Unemployed list: ${people} people, to be reported by ${dueOn}`,
  },
} as const
