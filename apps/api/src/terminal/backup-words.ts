import type { Language } from '@shebao/kernel'
import type { CheckName } from '../backup/verify-office.ts'

interface BackupWords {
  usageBackup: string
  usageRestore: string
  usageVerify: string
  usageUpgrade: string
  made: (folder: string, files: number, megabytes: string) => string
  keyInside: string
  keyElsewhere: (fingerprint: string) => string
  restored: string
  restoredOlder: string
  damaged: (files: string) => string
  otherDatabase: Readonly<Record<'EMBEDDED' | 'SERVER', string>>
  laterRelease: string
  keyNeeded: (fingerprint: string) => string
  notEmpty: Readonly<Record<'DATA' | 'DATABASE', string>>
  programMissing: (program: string) => string
  nothingToUpgrade: string
  upgraded: (migrations: number) => string
  check: Readonly<Record<CheckName, string>>
  good: string
  bad: string
  allGood: string
}

export const backupWords: Readonly<Record<Language, BackupWords>> = {
  'zh-CN': {
    usageBackup: '用法：shebao backup --to <文件夹>',
    usageRestore: '用法：shebao restore <备份文件夹>',
    usageVerify: '用法：shebao verify [<备份文件夹>]',
    usageUpgrade: '用法：shebao upgrade [--to <备份存放的文件夹>]',
    made: (folder, files, megabytes) => `备份已完成：${folder}（${files} 个文件，${megabytes} MB）`,
    keyInside: '备份中含有加密密钥，请按密钥的要求保管。',
    keyElsewhere: (fingerprint) => `备份中不含密钥（密钥由 SHEBAO_SECRET_KEY 设置，指纹 ${fingerprint}），请另行保存。`,
    restored: '备份已恢复。',
    restoredOlder: '备份已恢复；它属于较早的版本，请接着运行 shebao upgrade。',
    damaged: (files) => `备份不完整或已被改动，未做任何操作：${files}`,
    otherDatabase: {
      EMBEDDED: '该备份来自内置数据库。恢复时请不要设置 DATABASE_URL。',
      SERVER: '该备份来自 PostgreSQL 服务器。请把 DATABASE_URL 设为一个空数据库。',
    },
    laterRelease: '该备份属于较新的版本，请先安装该版本。',
    keyNeeded: (fingerprint) =>
      `请把 SHEBAO_SECRET_KEY 设为该机构的密钥（指纹 ${fingerprint}），备份中没有密钥或与之不符。`,
    notEmpty: {
      DATA: '数据目录不是空的，未做任何操作。请指定一个空目录（SHEBAO_DATA_DIR）。',
      DATABASE: '数据库不是空的，未做任何操作。请指定一个空数据库（DATABASE_URL）。',
    },
    programMissing: (program) =>
      `找不到 ${program}。请安装不低于服务器版本的 PostgreSQL 客户端工具，或用 SHEBAO_PG_BIN 指明其所在文件夹。`,
    nothingToUpgrade: '数据库已是本版本，无需升级。',
    upgraded: (migrations) => `数据库已升级（${migrations} 项变更）。`,
    check: {
      FILES: '文件与清单一致',
      DUMP: '数据库备份可以读取',
      MIGRATIONS: '数据库属于本版本',
      KEY: '密钥与加密数据相符',
      LEDGER: '账目平衡',
      AUDIT: '审计记录完整',
    },
    good: '通过',
    bad: '不通过',
    allGood: '全部通过。',
  },
  en: {
    usageBackup: 'Usage: shebao backup --to <folder>',
    usageRestore: 'Usage: shebao restore <folder of the backup>',
    usageVerify: 'Usage: shebao verify [<folder of a backup>]',
    usageUpgrade: 'Usage: shebao upgrade [--to <folder for the backup>]',
    made: (folder, files, megabytes) => `The backup is made: ${folder} (${files} files, ${megabytes} MB)`,
    keyInside: 'The secret key is in it: keep it as you would keep the key.',
    keyElsewhere: (fingerprint) =>
      `The secret key is not in it (it is set by SHEBAO_SECRET_KEY, fingerprint ${fingerprint}): keep it elsewhere.`,
    restored: 'The backup is restored.',
    restoredOlder: 'The backup is restored; it is of an earlier release, so run shebao upgrade next.',
    damaged: (files) => `The backup is not whole, or was changed; nothing was done: ${files}`,
    otherDatabase: {
      EMBEDDED: 'This backup is of the embedded database. Restore it without DATABASE_URL.',
      SERVER: 'This backup is of a PostgreSQL server. Set DATABASE_URL to an empty database.',
    },
    laterRelease: 'This backup is of a later release. Install that release first.',
    keyNeeded: (fingerprint) =>
      `Set SHEBAO_SECRET_KEY to the office’s own key (fingerprint ${fingerprint}): it is not in the backup, or another one is set.`,
    notEmpty: {
      DATA: 'The data directory is not empty; nothing was done. Name an empty one (SHEBAO_DATA_DIR).',
      DATABASE: 'The database is not empty; nothing was done. Name an empty one (DATABASE_URL).',
    },
    programMissing: (program) =>
      `${program} was not found. Install PostgreSQL’s client tools of at least the server’s version, or name their folder in SHEBAO_PG_BIN.`,
    nothingToUpgrade: 'The database is of this release already: nothing to do.',
    upgraded: (migrations) => `The database is upgraded (${migrations} migrations).`,
    check: {
      FILES: 'Files as the manifest has them',
      DUMP: 'The dump can be read',
      MIGRATIONS: 'Database of this release',
      KEY: 'Key opens what is sealed',
      LEDGER: 'Ledger balances',
      AUDIT: 'Audit trail is whole',
    },
    good: 'ok',
    bad: 'NOT OK',
    allGood: 'Everything is as it should be.',
  },
}
