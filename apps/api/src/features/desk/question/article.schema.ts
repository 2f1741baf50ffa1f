import { FIVE_INSURANCES, oneOf } from '@shebao/kernel'
import { builder } from '../../../graphql/builder.ts'
import { InsuranceEnum } from '../../../graphql/insurance-enum.ts'
import type { ArticleRow } from './article.repository.ts'
import { readArticles, readOverdueReviews, saveArticle } from './articles.ts'
import { questionTopics } from './question-rule.ts'

export const QuestionTopicEnum = builder.enumType('QuestionTopic', {
  description: 'What a question or an article is about.',
  values: questionTopics,
})

export const ArticleType = builder.objectRef<ArticleRow>('Article').implement({
  description: 'What the office explains to insured people, in both languages, with the law it is written from.',
  fields: (t) => ({
    id: t.exposeID('id'),
    version: t.exposeInt('version', { description: 'Handed back with a change of it.' }),
    topic: t.field({ type: QuestionTopicEnum, resolve: ({ topic }) => oneOf(questionTopics, topic, 'topic') }),
    insurance: t.field({
      type: InsuranceEnum,
      nullable: true,
      resolve: ({ insurance }) => (insurance === null ? null : oneOf(FIVE_INSURANCES, insurance, 'insurance')),
    }),
    titleZh: t.exposeString('titleZh'),
    titleEn: t.exposeString('titleEn'),
    bodyZh: t.exposeString('bodyZh'),
    bodyEn: t.exposeString('bodyEn'),
    sourceZh: t.exposeString('sourceZh', { description: 'The articles of law it is written from.' }),
    sourceEn: t.exposeString('sourceEn'),
    reviewedOn: t.expose('reviewedOn', { type: 'Date', description: 'When somebody last held it against the law.' }),
    reviewDueOn: t.expose('reviewDueOn', { type: 'Date', description: 'By when that is to be done again.' }),
    reviewOverdue: t.boolean({
      resolve: ({ reviewDueOn }, _args, { platform }) => reviewDueOn < platform.clock.today(),
    }),
  }),
})

builder.queryFields((t) => ({
  articles: t.field({
    type: [ArticleType],
    authScopes: { may: 'article:read' },
    description:
      'What the office explains. With `search` the six that fit best, found by pairs of Chinese characters and words of any other script; without it all, those to be reviewed first.',
    args: { search: t.arg.string(), topic: t.arg({ type: QuestionTopicEnum }) },
    resolve: (_root, { search, topic }, { platform, viewer }) =>
      readArticles(platform, viewer, { search: search ?? undefined, topic: topic ?? undefined }),
  }),
  articleReviewsOverdue: t.field({
    type: 'Int',
    authScopes: { may: 'question:list' },
    description: 'How many articles should have been held against the law again by now.',
    resolve: (_root, _args, { platform, viewer }) => readOverdueReviews(platform, viewer),
  }),
}))

const ArticleInputType = builder.inputType('SaveArticleInput', {
  fields: (t) => ({
    id: t.id({ description: 'Nothing for a new one.' }),
    version: t.int({ required: true, description: 'The version that was shown; 0 for a new one.' }),
    topic: t.field({ type: QuestionTopicEnum, required: true, description: 'Of a new one; it does not change.' }),
    insurance: t.field({ type: InsuranceEnum }),
    titleZh: t.string({ required: true, description: '4 to 80 characters.' }),
    titleEn: t.string({ required: true }),
    bodyZh: t.string({ required: true, description: '20 to 1500 characters.' }),
    bodyEn: t.string({ required: true }),
    sourceZh: t.string({ required: true, description: '2 to 200 characters.' }),
    sourceEn: t.string({ required: true }),
    reviewDueOn: t.field({ type: 'Date', required: true }),
  }),
})

const ArticleChangedType = builder.objectRef<{ changed: true }>('ArticleChanged').implement({
  description: 'Somebody else wrote a version meanwhile, and nothing was saved.',
  fields: (t) => ({ changed: t.boolean({ resolve: () => true }) }),
})
const SaveResultType = builder.unionType('SaveArticleResult', {
  types: [ArticleType, ArticleChangedType],
  resolveType: (outcome) => ('changed' in outcome ? ArticleChangedType : ArticleType),
})

builder.mutationField('saveArticle', (t) =>
  t.field({
    type: SaveResultType,
    authScopes: { may: 'article:edit' },
    description: 'Writes a new version of an article, or a new article, as reviewed today.',
    args: { input: t.arg({ type: ArticleInputType, required: true }) },
    resolve: async (_root, { input }, { platform, viewer, origin }) => {
      const outcome = await saveArticle(platform, viewer, origin, input)
      return outcome === 'CHANGED' ? { changed: true as const } : outcome
    },
  }),
)
