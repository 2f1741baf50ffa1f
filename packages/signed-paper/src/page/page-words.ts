interface PageWords {
  title: string
  lead: string
  paste: string
  pasteHint: string
  file: string
  check: string
  states: Readonly<
    Record<'GENUINE' | 'FORGED' | 'KEY_REPLACED' | 'UNKNOWN_KEY' | 'UNREADABLE', readonly [string, string]>
  >
  several: (papers: number, holding: number) => string
  office: string
  kind: string
  kinds: Readonly<Record<string, string>>
  number: string
  code: string
  issuedOn: string
  holder: string
  concerning: string
  total: string
  hash: string
  key: string
  compare: string
  notWithdrawn: (address: string) => string
  nothing: string
  codeOnly: (address: string) => string
  noToken: (name: string) => string
  noPdf: (name: string) => string
  tooOld: string
  keys: string
  keysText: (day: string, address: string) => string
  until: (day: string) => string
  inUse: string
}

/** What the page says, in both languages. */
export const pageWords: Readonly<Record<'zh' | 'en', PageWords>> = {
  zh: {
    title: '文书离线核验',
    lead: '不联网核对文书的电子签名：本页不连接任何服务器，您给出的内容不会离开这台设备。',
    paste: '二维码内容',
    pasteHint: '用扫码枪扫描文书上的二维码，或粘贴手机扫出的整段文字（以 http 开头、含 SB1）。',
    file: '或选择 PDF 文件（也可拖到本页）',
    check: '核验',
    states: {
      GENUINE: ['签名有效', '以下内容由该机构签发，未被改动。请逐项与纸面核对。'],
      FORGED: ['签名无效', '内容与签名不符：这份文书被改动过，或不是该机构签发。'],
      KEY_REPLACED: ['签名存疑', '签名本身相符，但所写的出具日期晚于该密钥的停用日期。请向机构核实。'],
      UNKNOWN_KEY: ['无法判断', '本页没有这把密钥：文书由其他机构签发，或本页下载后机构更换了密钥。请重新下载本页。'],
      UNREADABLE: ['无法读取', '这段文字不完整。请重新扫描整个二维码。'],
    },
    several: (papers, holding) =>
      papers === holding
        ? `共 ${papers} 份文书，签名全部有效。`
        : `共 ${papers} 份文书，${holding} 份签名有效，其余 ${papers - holding} 份列在最前。`,
    office: '签发机构',
    kind: '文书种类',
    kinds: {
      ANNUAL_INSPECTION_FORM: '社会保险年检申报表',
      MONTHLY_DECLARATION_FORM: '社会保险月度申报表',
      PAYMENT_NOTICE: '社会保险费缴费通知单',
      PAYMENT_VOUCHER: '社会保险费电子缴费凭证',
      PAYMENT_RECEIPT: '社会保险费收款凭证',
      UNIT_CERTIFICATE: '单位社会保险缴费证明',
      PERSONAL_CERTIFICATE: '个人社会保险缴费证明',
      RIGHTS_STATEMENT: '个人社会保险权益记录单',
      TRANSFER_VOUCHER: '社会保险参保缴费凭证',
      TRANSFER_ACCEPTANCE: '社会保险关系转移接续联系函',
      QUESTION_TRANSFER: '咨询事项移送函',
      ENFORCEMENT_PAPER: '社会保险费强制征缴文书',
    },
    number: '编号',
    code: '验证码',
    issuedOn: '出具日期',
    holder: '单位或持有人',
    concerning: '所属期',
    total: '金额',
    hash: '内容校验码（SHA-256）',
    key: '签名密钥',
    compare: '签名只证明以上内容。文书上的其他文字请以内容校验码与机构核对。',
    notWithdrawn: (address) => `文书之后是否被撤回或被新版替代，离线无法得知；需要时请在 ${address}/verify 查询。`,
    nothing: '请先扫描、粘贴或选择文件。',
    codeOnly: (address) => `这里需要二维码的整段内容。只有 16 位验证码时，请在 ${address}/verify 联网查询。`,
    noToken: (name) => `“${name}”里没有电子签名：可能是启用签名之前出具的，也可能不是本机构的文书。`,
    noPdf: (name) => `“${name}”不是 PDF 文件。`,
    tooOld: '这个浏览器不支持 Ed25519 签名核验。请使用新版 Chrome、Edge、Firefox 或 Safari 打开本文件。',
    keys: '本页所用的公开密钥',
    keysText: (day, address) => `截至 ${day}。可与 ${address}/.well-known/shebao-signing-keys.json 对照。`,
    until: (day) => `${day} 停用`,
    inUse: '使用中',
  },
  en: {
    title: 'Check documents offline',
    lead: 'Checks the electronic signature of a document without a network: this page connects to no server, and what you give it does not leave this device.',
    paste: 'Content of the square code',
    pasteHint:
      'Scan the square code on the paper, or paste the whole text a phone reads from it. It begins with http and holds SB1.',
    file: 'Or choose the PDF file, or drop it on this page',
    check: 'Check',
    states: {
      GENUINE: [
        'The signature holds',
        'The office signed what follows and nobody changed it. Compare it with the paper, line by line.',
      ],
      FORGED: [
        'The signature does not hold',
        'What it says is not what was signed: the document was altered, or this office never issued it.',
      ],
      KEY_REPLACED: [
        'The signature is doubtful',
        'It fits, but names a day on which the key signed no more. Ask the office.',
      ],
      UNKNOWN_KEY: [
        'This cannot be decided',
        'This page does not have the key: another office signed it, or the key was made after this page was downloaded. Download it again.',
      ],
      UNREADABLE: ['This cannot be read', 'The text is not whole. Scan the whole square code again.'],
    },
    several: (papers, holding) =>
      papers === holding
        ? `${papers} documents; every signature holds.`
        : `${papers} documents; ${holding} hold, the other ${papers - holding} stand first.`,
    office: 'Issued by',
    kind: 'Document',
    kinds: {
      ANNUAL_INSPECTION_FORM: 'Annual inspection form',
      MONTHLY_DECLARATION_FORM: 'Monthly declaration form',
      PAYMENT_NOTICE: 'Payment notice',
      PAYMENT_VOUCHER: 'Payment voucher',
      PAYMENT_RECEIPT: 'Receipt for a payment',
      UNIT_CERTIFICATE: 'Certificate of an employer’s payments',
      PERSONAL_CERTIFICATE: 'Certificate of a person’s payments',
      RIGHTS_STATEMENT: 'Yearly statement of a person’s rights',
      TRANSFER_VOUCHER: 'Voucher of insurance and contributions',
      TRANSFER_ACCEPTANCE: 'Letter of acceptance of an insurance relationship',
      QUESTION_TRANSFER: 'Transfer of a question to another office',
      ENFORCEMENT_PAPER: 'Enforcement paper (Social Insurance Law, article 63)',
    },
    number: 'Number',
    code: 'Verification code',
    issuedOn: 'Issued on',
    holder: 'Unit or holder',
    concerning: 'Concerning',
    total: 'Amount',
    hash: 'Content hash (SHA-256)',
    key: 'Signing key',
    compare:
      'The signature vouches for these lines alone. For the rest of the paper, ask the office by its content hash.',
    notWithdrawn: (address) =>
      `Whether it was withdrawn or replaced since cannot be known offline; look at ${address}/verify where that matters.`,
    nothing: 'Scan, paste or choose a file first.',
    codeOnly: (address) =>
      `The whole content of the square code is needed here. With the 16 characters alone, look it up at ${address}/verify.`,
    noToken: (name) =>
      `${name} holds no signature: it was issued before the office signed, or is no document of an office.`,
    noPdf: (name) => `${name} is no PDF file.`,
    tooOld:
      'This browser cannot check Ed25519 signatures. Open this file in a current Chrome, Edge, Firefox or Safari.',
    keys: 'The published keys in this page',
    keysText: (day, address) => `As of ${day}. Compare them with ${address}/.well-known/shebao-signing-keys.json.`,
    until: (day) => `until ${day}`,
    inUse: 'in use',
  },
}
