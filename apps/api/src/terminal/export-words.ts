import type { Language } from '@shebao/kernel'
import type { ImportRefusal } from '../export/import-office.ts'

type Refusal<Kind extends ImportRefusal['kind']> = Extract<ImportRefusal, { kind: Kind }>

interface ExportWords {
  usageExport: string
  usageImport: string
  reasonNeeded: string
  exported: (folder: string, tables: number, rows: number, files: number) => string
  sealed: (fingerprint: string) => string
  inClear: string
  missing: (files: number) => string
  imported: (tables: number, rows: number) => string
  refused: { readonly [Kind in ImportRefusal['kind']]: (refusal: Refusal<Kind>) => string }
}

export const exportWords: Readonly<Record<Language, ExportWords>> = {
  'zh-CN': {
    usageExport: '用法：shebao export --to <文件夹> [--readable --reason <原因>]',
    usageImport: '用法：shebao import <导出的文件夹> [--unsigned]',
    reasonNeeded: '导出个人信息明文须说明原因：--readable --reason <原因>。未做任何操作。',
    exported: (folder, tables, rows, files) => `导出已完成：${folder}（${tables} 张表，${rows} 行，${files} 个附件）`,
    sealed: (fingerprint) =>
      `个人信息和附件仍为加密内容；读取需要本机构的密钥（指纹 ${fingerprint}），导出中不含密钥。`,
    inClear: '文件夹 readable 中有个人信息明文：请加密保存，用后删除。审计记录中已写明。',
    missing: (files) => `有 ${files} 个附件不在存储中，编号见 manifest.json 的 missingAttachments。`,
    imported: (tables, rows) => `导入已完成：${tables} 张表，${rows} 行，每张表的内容都与导出一致。`,
    refused: {
      DAMAGED: ({ files }) => `导出不完整或已被改动，未做任何操作：${files.slice(0, 10).join(', ')}`,
      EARLIER_RELEASE: ({ release }) =>
        `该导出来自较早的版本（${release}）。请用该版本导入空数据库，再安装本版本并运行 shebao upgrade。`,
      LATER_RELEASE: ({ release }) => `该导出来自较新的版本（${release}），请先安装该版本。`,
      KEY_NEEDED: ({ fingerprint }) =>
        `请先放入原机构的密钥（指纹 ${fingerprint}）：设置 SHEBAO_SECRET_KEY，或把 secret.key 放入数据目录。`,
      UNSIGNED: () =>
        '无法核实该导出的来源：其中没有 manifest.hmac（早期版本的导出没有，也可能被人删除）。未做任何操作。确认来源可靠后，加 --unsigned 再运行。',
      FORGED: () =>
        '该导出的 manifest.json 与 manifest.hmac 不符：不是用本机构的密钥写成的，或之后被改动。未做任何操作。请使用未经改动的导出。',
      NOT_EMPTY: ({ found }) =>
        `数据库不是空的，未做任何操作（已有内容：${found.slice(0, 10).join(', ')}）。请指定空数据库（DATABASE_URL 或 SHEBAO_DATA_DIR）。`,
      DIFFERENT: ({ tables }) => `导入后的内容与导出不符，已全部撤销：${tables.join(', ')}`,
    },
  },
  en: {
    usageExport: 'Usage: shebao export --to <folder> [--readable --reason <why>]',
    usageImport: 'Usage: shebao import <folder of the export> [--unsigned]',
    reasonNeeded: 'Personal data in clear takes a reason: --readable --reason <why>. Nothing was done.',
    exported: (folder, tables, rows, files) =>
      `The export is made: ${folder} (${tables} tables, ${rows} rows, ${files} attached files)`,
    sealed: (fingerprint) =>
      `Personal data and attached files are sealed as they are stored; they open with the office’s key (fingerprint ${fingerprint}), which is not in the export.`,
    inClear:
      'The folder readable holds personal data in clear: keep it encrypted and delete it after use. The audit trail says that it was taken.',
    missing: (files) =>
      `${files} attached files are not in the file store; missingAttachments of manifest.json has their numbers.`,
    imported: (tables, rows) => `The import is done: ${tables} tables, ${rows} rows, each table as the export has it.`,
    refused: {
      DAMAGED: ({ files }) =>
        `The export is not whole, or was changed; nothing was done: ${files.slice(0, 10).join(', ')}`,
      EARLIER_RELEASE: ({ release }) =>
        `This export is of an earlier release (${release}). Import it with that release into an empty database, then install this one and run shebao upgrade.`,
      LATER_RELEASE: ({ release }) => `This export is of a later release (${release}). Install that release first.`,
      KEY_NEEDED: ({ fingerprint }) =>
        `Put the office’s own key in place first (fingerprint ${fingerprint}): set SHEBAO_SECRET_KEY, or put secret.key into the data directory.`,
      UNSIGNED: () =>
        'Where this export comes from could not be checked: it has no manifest.hmac (exports of earlier releases have none; somebody may also have taken it away). Nothing was done. Run it again with --unsigned if you are sure of the folder.',
      FORGED: () =>
        'manifest.json of this export does not fit its manifest.hmac: it was not written with the office’s key, or was changed afterwards. Nothing was done. Take an export that was not changed.',
      NOT_EMPTY: ({ found }) =>
        `The database is not empty; nothing was done (there is ${found.slice(0, 10).join(', ')}). Name an empty one (DATABASE_URL or SHEBAO_DATA_DIR).`,
      DIFFERENT: ({ tables }) => `What came in is not what the export says; all of it was undone: ${tables.join(', ')}`,
    },
  },
}
