import { COMPLETE_VERDICTS, readIssues } from '@shebao/declaration-rules'
import { oneOf } from '@shebao/kernel'
import { builder } from '../../../graphql/builder.ts'
import { shown } from '../../../graphql/personal.ts'
import { findDocument, formatVerifyCode } from '../../register/paper/index.ts'
import type { DeclarationVersionRow } from './declaration.repository.ts'
import { IssueType, VerdictEnum } from './issue-type.ts'
import { maskUnitForm } from './mask-unit-form.ts'
import { openUnitForm } from './unit-form-store.ts'

export const DeclarationVersionType = builder.objectRef<DeclarationVersionRow>('DeclarationVersion').implement({
  description: 'What was submitted, for ever: the receipt.',
  fields: (t) => ({
    id: t.id({ resolve: ({ declarationId, version }) => `${declarationId}:${version}` }),
    version: t.exposeInt('version'),
    formNo: t.exposeString('formNo', { description: 'Form number, as printed.' }),
    people: t.exposeInt('people'),
    verdict: t.field({
      type: VerdictEnum,
      resolve: ({ verdict }) => oneOf(COMPLETE_VERDICTS, verdict, 'verdict'),
    }),
    warnings: t.field({
      type: [IssueType],
      complexity: 50,
      resolve: ({ warnings }) => readIssues(warnings).slice(0, 1000),
    }),
    contentHash: t.exposeString('contentHash', { description: 'SHA-256 in hex over the form and all rows.' }),
    ruleSetHash: t.exposeString('ruleSetHash', { description: 'SHA-256 of the rules that gave the verdict.' }),
    submittedAt: t.field({ type: 'DateTime', resolve: ({ submittedAt }) => submittedAt }),
    unitForm: t.field({
      personal: shown('READ_UNIT_PARTICULARS', ({ declarationId }) => declarationId, 'Declaration'),
      type: 'JSON',
      description: 'As Declaration.unitForm.',
      resolve: (row, _args, { platform, viewer }) => {
        const { draft } = openUnitForm(platform.vault, row)
        return viewer?.kind === 'EMPLOYER' ? draft : maskUnitForm(draft)
      },
    }),
    verifyCode: t.string({
      nullable: true,
      description: 'Code of the printed form for /verify, in groups of four.',
      resolve: async ({ declarationId, version, formNo }, _args, { platform }) => {
        // The number of a monthly form begins with YB; a version is of one kind, and only that has a document.
        const kind = formNo.startsWith('YB') ? 'MONTHLY_DECLARATION_FORM' : 'ANNUAL_INSPECTION_FORM'
        const document = await findDocument(platform, { kind, subjectId: declarationId, version })
        return document && formatVerifyCode(document.verifyCode)
      },
    }),
  }),
})
