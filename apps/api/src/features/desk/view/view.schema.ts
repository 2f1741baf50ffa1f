import { oneOf } from '@shebao/kernel'
import { builder } from '../../../graphql/builder.ts'
import { deleteView, readViews, renameView, saveView, viewRefusals } from './keep-view.ts'
import type { ViewOutcome } from './keep-view.ts'
import { viewPages } from './view.repository.ts'
import type { ViewRow } from './view.repository.ts'

const PageEnum = builder.enumType('ViewPage', {
  description: 'The lists that can be kept as somebody likes to see them.',
  values: viewPages,
})
const RefusalEnum = builder.enumType('ViewRefusal', {
  description: 'NAME_TAKEN: the page has a view of that name. TOO_MANY: 30 on one page.',
  values: viewRefusals,
})

const ViewType = builder.objectRef<ViewRow>('SavedView').implement({
  description:
    'A list as one member of staff likes to see it. Its address alone shows it to anybody who may see the list.',
  fields: (t) => ({
    id: t.exposeID('id'),
    page: t.field({ type: PageEnum, resolve: ({ page }) => oneOf(viewPages, page, 'page of a view') }),
    name: t.exposeString('name'),
    search: t.exposeString('search', { description: 'What stands behind the question mark: filters and order.' }),
  }),
})

type Kept = Extract<ViewOutcome, { kind: 'KEPT' }>
type Refused = Extract<ViewOutcome, { kind: 'REFUSED' }>
const KeptType = builder.objectRef<Kept>('SavedViewKept').implement({
  fields: (t) => ({ view: t.field({ type: ViewType, resolve: ({ view }) => view }) }),
})
const RefusedType = builder.objectRef<Refused>('SavedViewRefused').implement({
  fields: (t) => ({ reason: t.expose('reason', { type: RefusalEnum }) }),
})
const ResultType = builder.unionType('SavedViewResult', {
  types: [KeptType, RefusedType],
  resolveType: ({ kind }) => (kind === 'KEPT' ? KeptType : RefusedType),
})

builder.queryField('savedViews', (t) =>
  t.field({
    type: [ViewType],
    authScopes: { may: 'saved-view:keep' },
    description: 'The asker’s own views of a list, by name.',
    args: { page: t.arg({ type: PageEnum, required: true }) },
    resolve: (_root, { page }, { platform, viewer }) => readViews(platform, viewer, page),
  }),
)

builder.mutationFields((t) => ({
  saveView: t.field({
    type: ResultType,
    authScopes: { may: 'saved-view:keep' },
    description: 'Keeps a list as it is filtered and ordered now, for the asker.',
    args: {
      page: t.arg({ type: PageEnum, required: true }),
      name: t.arg.string({ required: true, description: '1 to 40 characters.' }),
      search: t.arg.string({
        required: true,
        description: 'What stands behind the question mark; at most 500 characters.',
      }),
      replace: t.arg.boolean({ required: true, description: 'True: one of the same name is given up for it.' }),
    },
    resolve: (_root, args, { platform, viewer }) => saveView(platform, viewer, args),
  }),
  renameView: t.field({
    type: ResultType,
    authScopes: { may: 'saved-view:keep' },
    description: 'Gives a view of the asker another name.',
    args: { id: t.arg.id({ required: true }), name: t.arg.string({ required: true }) },
    resolve: (_root, args, { platform, viewer }) => renameView(platform, viewer, args),
  }),
  deleteView: t.field({
    type: 'Boolean',
    authScopes: { may: 'saved-view:keep' },
    description: 'Gives a view of the asker up; false when it was gone already.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { platform, viewer }) => deleteView(platform, viewer, id),
  }),
}))
