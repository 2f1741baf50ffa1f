import type { Language } from '@shebao/kernel'

/** What keeps an office from starting, and what to do about it. */
const words = {
  PUBLIC_URL: {
    'zh-CN':
      'SHEBAO_PUBLIC_URL：缺少公开网址，或不是 https。请设为办事人员和单位打开本系统的地址，例如 https://shebao.example.gov.cn。',
    en: 'SHEBAO_PUBLIC_URL is missing or not https. Set the address at which people open the product, such as https://shebao.example.gov.cn.',
  },
  BANK_URL: {
    'zh-CN': 'SHEBAO_BANK_URL：缺少银行接口地址。正式环境从不启动沙箱银行。',
    en: 'SHEBAO_BANK_URL is missing: the address of the bank’s interface. Production never starts the sandbox bank.',
  },
  BANK_KEY: {
    'zh-CN':
      'SHEBAO_BANK_KEY：缺少与银行约定的签名密钥（64 位十六进制）。请向银行索取，或用 openssl rand -hex 32 生成后交给银行。',
    en: 'SHEBAO_BANK_KEY is missing: the key (64 hexadecimal digits) that messages to and from the bank are signed with. Agree on it with the bank; openssl rand -hex 32 makes one.',
  },
  SMS_URL: {
    'zh-CN': 'SHEBAO_SMS_URL：短信网关地址不是 https，手机号和令牌会明文传输。请改用 https 地址，或删除此设置。',
    en: 'SHEBAO_SMS_URL is not https: telephone numbers and the token would go over the wire in clear. Set an https address, or remove it.',
  },
  DATABASE_TLS: {
    'zh-CN':
      'DATABASE_URL 或 SHEBAO_REPLICA_URL：数据库在另一台机器上，而连接未加密或不核验证书，全部数据会明文传输。请在地址后加 ?sslmode=verify-full，并用 NODE_EXTRA_CA_CERTS 或 sslrootcert 指明签发机构。',
    en: 'DATABASE_URL or SHEBAO_REPLICA_URL leads to another machine without TLS, or without a look at the certificate: everything would go over the wire in clear. Add ?sslmode=verify-full, and name the authority by NODE_EXTRA_CA_CERTS or sslrootcert.',
  },
  DATABASE: {
    'zh-CN': '数据库无法连接。请检查 DATABASE_URL 以及数据库服务是否运行。',
    en: 'The database does not answer. Check DATABASE_URL and that the server is running.',
  },
  TENANT_ROLES: {
    'zh-CN':
      '数据库缺少角色 shebao_employer 和 shebao_insured，或其权限不全，而数据库用户无权创建角色。请由数据库管理员执行一次：CREATE ROLE shebao_employer; CREATE ROLE shebao_insured; GRANT shebao_employer, shebao_insured TO <DATABASE_URL 中的用户>；从转储恢复的数据库再执行 SELECT let_tenants_in();。',
    en: 'The database lacks the roles shebao_employer and shebao_insured or their privileges, and its user may not make roles. Once, as administrator of the server: CREATE ROLE shebao_employer; CREATE ROLE shebao_insured; GRANT shebao_employer, shebao_insured TO <the user of DATABASE_URL>; in a database restored from a dump also SELECT let_tenants_in();',
  },
  MIGRATIONS: {
    'zh-CN': '数据库属于较早的版本。请运行 shebao upgrade：先备份，再升级，再核对。',
    en: 'The database is of an earlier release. Run shebao upgrade: it makes a backup, applies what is new and verifies the result.',
  },
  PRODUCT_OLDER: {
    'zh-CN': '数据库属于较新的版本。请安装该版本，或恢复升级前的备份。',
    en: 'The database is of a later release than this program. Install that release, or restore the backup from before the upgrade.',
  },
  KEY_MISSING: {
    'zh-CN':
      '没有密钥。shebao office create 会在数据目录中生成 secret.key；也可以设置 SHEBAO_SECRET_KEY（64 位十六进制）。',
    en: 'There is no secret key. shebao office create makes secret.key in the data directory; or set SHEBAO_SECRET_KEY (64 hexadecimal digits).',
  },
  KEY_LOST: {
    'zh-CN':
      '密钥遗失：数据库中有加密数据，但数据目录中没有 secret.key，也没有设置 SHEBAO_SECRET_KEY。请从备份中放回原来的密钥；新密钥无法读取这些数据。',
    en: 'The secret key is lost: the database holds sealed data, but there is neither secret.key in the data directory nor SHEBAO_SECRET_KEY. Put the office’s own key back from its copy; a new one cannot read this data.',
  },
  KEY_OTHER: {
    'zh-CN': '密钥与数据库不符。请检查 SHEBAO_SECRET_KEY、SHEBAO_DATA_DIR 和 DATABASE_URL 是否属于同一个机构。',
    en: 'The secret key does not fit the database. Check that SHEBAO_SECRET_KEY, SHEBAO_DATA_DIR and DATABASE_URL belong to the same office.',
  },
  KEY_DAMAGED: {
    'zh-CN': '数据目录中的 secret.key 已损坏（应为 64 位十六进制）。请从备份中放回原来的密钥。',
    en: 'secret.key in the data directory is damaged (it has 64 hexadecimal digits). Put the office’s own key back from its copy.',
  },
  OFFICE: {
    'zh-CN': '还没有经办机构。请运行 npm run -s shebao -- office create。',
    en: 'There is no office yet. Run npm run -s shebao -- office create.',
  },
  PAYEE: {
    'zh-CN':
      '经办机构没有收款账户。请运行 npm run -s shebao -- office change --payee-number … --payee-name … --payee-bank …。',
    en: 'The office has named no payee account. Run npm run -s shebao -- office change --payee-number … --payee-name … --payee-bank ….',
  },
  SAMPLE_PARAMETERS: {
    'zh-CN':
      '数据库中有演示用的缴费参数，没有任何机构公布过，不能据以征缴。正式环境请使用新的空数据库（DATABASE_URL 或 SHEBAO_DATA_DIR）。',
    en: 'The database holds the demo’s sample parameters, which no office has published and nothing may be billed by. Use a new, empty database for production (DATABASE_URL or SHEBAO_DATA_DIR).',
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>

export type Lack = keyof typeof words

/** What to do, in one sentence or two. */
export const wordOfLack = (lack: Lack, language: Language): string => words[lack][language]

const headings = {
  'zh-CN': '社保系统暂不能启动，缺少：',
  en: 'Shebao cannot start yet. Missing:',
} as const

/** Everything that is missing, told at once. */
export class Unfit extends Error {
  readonly lacks: readonly Lack[]

  constructor(lacks: readonly Lack[], language: Language) {
    super([headings[language], ...lacks.map((lack) => `  - ${wordOfLack(lack, language)}`)].join('\n'))
    this.lacks = lacks
  }
}

/** The exit code of a configuration that has to be changed first (sysexits.h), so that a supervisor does not try again. */
export const unfitExitCode = 78
