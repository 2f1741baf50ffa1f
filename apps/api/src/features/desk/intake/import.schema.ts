import { fen, oneOf } from '@shebao/kernel'
import { importColumns, importKinds, moneyKinds, problemLevels, rowProblemCodes } from '@shebao/intake'
import type { RowProblem } from '@shebao/intake'
import { z } from 'zod'
import { decodeCursor, keysetPage, pageComplexity, pageSize } from '../../../access/keyset.ts'
import { requireMay } from '../../../access/permissions.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import { requireUuid } from '../../../access/uuid.ts'
import { markOf } from '../../../case/case-mark.ts'
import { builder } from '../../../graphql/builder.ts'
import { importCase } from './import-case.ts'
import { importTable } from './import.lifecycle.ts'
import { countProblems, findImport, listImports, listReportRows, rowFilters } from './import.repository.ts'
import type { ImportRow, ProblemCount, ReportRow } from './import.repository.ts'

export const ImportKindEnum = builder.enumType('ImportKind', {
  description: 'In the order in which one stands on the other.',
  values: importKinds,
})
const StateEnum = builder.enumType('ImportState', {
  description:
    'CHECKED: looked at, nothing is in the register. APPLIED: everything is. TAKEN_BACK: nothing is any more.',
  values: importTable.states,
})
export const LevelEnum = builder.enumType('ImportProblemLevel', {
  description: 'ERROR: the row cannot be taken in, and with it nothing is.',
  values: problemLevels,
})
const CodeEnum = builder.enumType('ImportProblemCode', { values: rowProblemCodes })
const FilterEnum = builder.enumType('ImportRowFilter', { values: rowFilters })

const columnsShape = z.array(z.object({ key: z.string(), header: z.string() }))

const ColumnType = builder.objectRef<{ key: string; header: string }>('ImportColumn').implement({
  description: 'What a column of the file was taken for.',
  fields: (t) => ({
    key: t.exposeString('key'),
    header: t.exposeString('header', { description: 'As the file has it.' }),
  }),
})

const ProblemType = builder.objectRef<RowProblem>('ImportProblem').implement({
  fields: (t) => ({
    code: t.field({ type: CodeEnum, resolve: ({ code }) => code }),
    level: t.field({ type: LevelEnum, resolve: ({ level }) => level }),
    column: t.exposeString('column', { nullable: true }),
    detail: t.string({ nullable: true, resolve: ({ detail }) => detail ?? null }),
  }),
})

const ProblemCountType = builder.objectRef<ProblemCount>('ImportProblemCount').implement({
  fields: (t) => ({
    code: t.field({ type: CodeEnum, resolve: ({ code }) => oneOf(rowProblemCodes, code, 'row problem') }),
    level: t.field({ type: LevelEnum, resolve: ({ level }) => oneOf(problemLevels, level, 'problem level') }),
    column: t.exposeString('column', { nullable: true }),
    rows: t.exposeInt('rows'),
  }),
})

const CellType = builder.objectRef<{ key: string; text: string }>('ImportCell').implement({
  fields: (t) => ({
    key: t.exposeString('key'),
    text: t.exposeString('text', { description: 'Masked where it is personal.' }),
  }),
})

const RowType = builder.objectRef<ReportRow>('ImportReportRow').implement({
  description: 'A row of the file with what was found about it.',
  fields: (t) => ({
    rowNo: t.exposeInt('rowNo', { description: 'As the spreadsheet numbers it.' }),
    cells: t.field({
      type: [CellType],
      resolve: ({ shown }) => Object.entries(shown).map(([key, text]) => ({ key, text })),
    }),
    problems: t.field({ type: [ProblemType], resolve: ({ problems }) => problems }),
  }),
})
const RowConnection = builder.connectionObject({ type: RowType, name: 'ImportReportRowConnection' })

export const ImportType = builder.objectRef<ImportRow>('RegisterImport').implement({
  description: 'A table that the office brings in: looked at row by row, taken in as a whole or not at all.',
  fields: (t) => ({
    id: t.exposeID('id'),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a decision about it.',
      resolve: (row, _args, { platform }) => markOf(platform, importCase, row),
    }),
    kind: t.field({ type: ImportKindEnum, resolve: ({ kind }) => oneOf(importKinds, kind, 'kind of import') }),
    state: t.field({ type: StateEnum, resolve: ({ status }) => oneOf(importTable.states, status, 'import state') }),
    fileName: t.exposeString('fileName'),
    rows: t.exposeInt('rowCount'),
    errorRows: t.exposeInt('errorRows'),
    warningRows: t.exposeInt('warningRows'),
    amount: t.field({
      type: 'Fen',
      nullable: true,
      description: 'All amounts of the file together, where it holds money.',
      resolve: ({ amount }) => (amount === null ? null : fen(Number(amount))),
    }),
    columns: t.field({ type: [ColumnType], resolve: ({ columns }) => columnsShape.parse(columns) }),
    unknownHeads: t.stringList({
      description: 'Columns of the file that nothing was made of.',
      resolve: ({ unknown }) => unknown,
    }),
    uploadedAt: t.expose('uploadedAt', { type: 'DateTime' }),
    checkedAt: t.expose('checkedAt', { type: 'DateTime' }),
    appliedAt: t.expose('appliedAt', { type: 'DateTime', nullable: true }),
    takenBackAt: t.expose('takenBackAt', { type: 'DateTime', nullable: true }),
    mine: t.boolean({
      description: 'True for who brought the file.',
      resolve: ({ uploadedBy }, _args, { viewer }) => uploadedBy === viewer?.accountId,
    }),
    needsSecondPerson: t.boolean({
      description: 'Money and history are taken in by somebody else than who brought the file.',
      resolve: ({ kind }) => moneyKinds.some((money) => money === kind),
    }),
    problemCounts: t.field({
      type: [ProblemCountType],
      resolve: ({ id }, _args, { platform }) => countProblems(platform, id),
    }),
    report: t.field({
      description: 'Row by row, 100 at a time unless `first` says otherwise.',
      type: RowConnection,
      args: {
        filter: t.arg({ type: FilterEnum, required: true }),
        first: t.arg.int(),
        after: t.arg.string(),
      },
      complexity: pageComplexity,
      resolve: async ({ id }, args, { platform }) => {
        const [after = 0] = decodeCursor(args, 1) ?? []
        if (!Number.isSafeInteger(Number(after))) throw badInput('after', 'This is no cursor of this list.')
        const rows = await listReportRows(platform, id, {
          filter: args.filter,
          after: Number(after),
          limit: pageSize(args) + 1,
        })
        return keysetPage(rows, args, ({ rowNo }) => [rowNo])
      },
    }),
  }),
})
const ImportConnection = builder.connectionObject({ type: ImportType, name: 'RegisterImportConnection' })

/** Keys of every kind, for the words of the screens. */
export const columnKeys = [...new Set(Object.values(importColumns).flatMap((columns) => Object.keys(columns)))]

builder.queryFields((t) => ({
  registerImport: t.field({
    description: 'One import.',
    type: ImportType,
    authScopes: { may: 'register-import:read' },
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, { platform, viewer }) => {
      requireMay(viewer, 'register-import:read')
      return (await findImport(platform, requireUuid(id, 'import'))) ?? Promise.reject(notFound('import'))
    },
  }),
  registerImports: t.field({
    description: 'Every import, newest first, 50 at a time unless `first` says otherwise.',
    type: ImportConnection,
    authScopes: { may: 'register-import:read' },
    args: { first: t.arg.int(), after: t.arg.string() },
    complexity: pageComplexity,
    resolve: async (_root, args, { platform, viewer }) => {
      requireMay(viewer, 'register-import:read')
      const [at, id] = decodeCursor(args, 2) ?? []
      const day = new Date(String(at))
      if (at !== undefined && Number.isNaN(day.getTime())) throw badInput('after', 'This is no cursor of this list.')
      const rows = await listImports(platform, {
        before: at === undefined ? undefined : { at: day, id: requireUuid(String(id), 'import') },
        limit: pageSize(args) + 1,
      })
      return keysetPage(rows, args, (row) => [row.uploadedAt.toISOString(), row.id])
    },
  }),
}))
