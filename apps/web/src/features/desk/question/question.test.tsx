import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Unmasked } from '../../../shared/data/masking.ts'
import type { SignedInViewer } from '../../../shared/lib/viewer-context.tsx'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { articleFrom, stateOf } from './article-draft.ts'
import { ArticlesPage } from './articles-page.tsx'
import { AskPage } from './ask-page.tsx'
import {
  AllArticlesDocument,
  AnswerQuestionDocument,
  ArticlesFoundDocument,
  AskQuestionDocument,
  MyQuestionsDocument,
  NoticesToAskAboutDocument,
  QuestionTaskDocument,
} from './question.generated.ts'
import type { QuestionTaskQuery } from './question.generated.ts'
import { QuestionTaskPage } from './question-task-page.tsx'

afterEach(cleanup)

const article = {
  __typename: 'Article' as const,
  id: 'a1',
  version: 1,
  topic: 'GAP' as const,
  insurance: null,
  titleZh: '断缴有什么影响',
  titleEn: 'A gap',
  bodyZh: '年限累计计算。',
  bodyEn: 'Months add up.',
  sourceZh: '社会保险法第十六条',
  sourceEn: 'SIL 16',
  reviewedOn: '2026-11-30',
  reviewDueOn: '2027-11-30',
  reviewOverdue: false,
}
const late = {
  __typename: 'Question' as const,
  id: 'q9',
  number: 'ZW00000009',
  kind: 'QUESTION' as const,
  state: 'OPEN' as const,
  topic: 'GAP' as const,
  period: null,
  askedAt: '2026-11-02T02:00:00Z',
  dueOn: '2026-11-16',
  term: {
    __typename: 'AnswerTerm',
    workingDays: 10,
    countedFrom: '2026-11-02',
    validFrom: null,
    documentNo: null,
  },
  overdue: true,
}
const noMore = { __typename: 'PageInfo' as const, hasNextPage: false, endCursor: null }

describe('asking the office', () => {
  it('shows what is explained first, and keeps what was typed when it does not go through', async () => {
    const { user, askedOf } = showPage(<AskPage />, {
      at: '/?month=2026-10',
      viewer: { kind: 'INSURED', roles: [] },
      answers: [
        answer(ArticlesFoundDocument, ({ search }) => ({
          articles: search === '断缴' || search === '' ? [article] : [],
        })),
        answer(MyQuestionsDocument, {
          myQuestions: {
            __typename: 'QuestionConnection',
            edges: [{ __typename: 'QuestionEdge', node: late }],
            pageInfo: noMore,
          },
        }),
        answer(AskQuestionDocument, { askQuestion: { __typename: 'QuestionRefused', reason: 'TOO_MANY_OPEN' } }),
      ],
    })
    expect(await screen.findByText('断缴有什么影响')).toBeTruthy()
    expect(await screen.findByText('待答复，已超期限')).toBeTruthy()
    await user.click(await screen.findByRole('button', { name: '提交' }))
    expect(await screen.findAllByText('4 至 2000 字')).toHaveLength(2)
    await user.type(screen.getByRole('textbox', { name: '您的问题' }), '为什么没有到账')
    await user.click(screen.getByRole('button', { name: '提交' }))
    expect(await screen.findByText(/等待答复的问题已达上限/)).toBeTruthy()
    await waitFor(() => expect(askedOf('AskQuestion')).toHaveLength(1))
    expect(askedOf('AskQuestion')).toMatchObject([
      { input: { about: 'MONTH', period: '2026-10', kind: 'QUESTION', text: '为什么没有到账', files: [] } },
    ])
    expect(screen.getByDisplayValue('为什么没有到账')).toBeTruthy()
    expect(await axeFindings()).toEqual([])
  })
})

it('asks about a message of the inbox, which has to be chosen', async () => {
  const { user, askedOf } = showPage(<AskPage />, {
    at: '/?notice=n1',
    viewer: { kind: 'INSURED', roles: [] },
    answers: [
      answer(ArticlesFoundDocument, { articles: [] }),
      answer(MyQuestionsDocument, {
        myQuestions: { __typename: 'QuestionConnection', edges: [], pageInfo: noMore },
      }),
      answer(NoticesToAskAboutDocument, {
        inbox: {
          __typename: 'NotificationConnection',
          edges: [
            {
              __typename: 'NotificationEdge',
              node: {
                __typename: 'Notification',
                id: 'n2',
                createdAt: '2026-11-20T02:00:00Z',
                titleZh: '您的社保卡已挂失',
                titleEn: 'Your card was reported lost',
              },
            },
          ],
        },
      }),
      answer(AskQuestionDocument, { askQuestion: { __typename: 'QuestionRefused', reason: 'TOO_MANY_OPEN' } }),
    ],
  })
  const which = await screen.findByRole('combobox', { name: '哪一条消息' })
  // The one the page was opened from is older than those of the list, and is kept.
  expect(which).toHaveProperty('value', 'n1')
  await user.selectOptions(which, '')
  await user.type(screen.getByRole('textbox', { name: '您的问题' }), '不是我挂失的')
  await user.click(screen.getByRole('button', { name: '提交' }))
  expect(await screen.findByText('请选择一条消息')).toBeTruthy()
  await user.selectOptions(which, 'n2')
  await user.click(screen.getByRole('button', { name: '提交' }))
  expect(await screen.findByText(/等待答复的问题已达上限/)).toBeTruthy()
  expect(askedOf('AskQuestion')).toMatchObject([{ input: { about: 'NOTICE', noticeId: 'n2', period: null } }])
  expect(await axeFindings()).toEqual([])
})

const asked: Unmasked<QuestionTaskQuery>['question'] = {
  __typename: 'Question',
  id: 'q1',
  number: 'ZW00000001',
  mark: 'OPEN.1',
  kind: 'CORRECTION',
  state: 'OPEN',
  topic: 'RECORD',
  about: 'MONTH',
  period: '2026-10',
  notice: null,
  byPhone: false,
  callBackWanted: true,
  callBack: null,
  insurance: null,
  askedAt: '2026-11-20T02:00:00Z',
  dueOn: '2026-12-04',
  term: {
    __typename: 'AnswerTerm',
    workingDays: 10,
    countedFrom: '2026-11-02',
    validFrom: null,
    documentNo: null,
  },
  overdue: false,
  answeredAt: null,
  reopenUntil: null,
  handedTo: null,
  handedToAddress: null,
  rating: null,
  article: null,
  entries: [
    {
      __typename: 'QuestionEntry',
      kind: 'ASKED',
      at: '2026-11-20T02:00:00Z',
      text: '工资错了',
      proposed: '12000 元',
      correctedIn: null,
    },
  ],
  files: [],
  asker: { __typename: 'QuestionAsker', nameMasked: '段*', idMasked: '1101**********0011' },
  holderName: null,
  mine: false,
  month: null,
  procedure: [{ __typename: 'CaseStep', event: 'ANSWER', standing: 'MAY', mayAct: [], outside: false, strands: false }],
}

describe('the desk of questions', () => {
  it('answers with an article’s words; a correction says where', async () => {
    const { user, askedOf } = showPage(<QuestionTaskPage />, {
      path: '/staff/questions/:id',
      at: '/staff/questions/q1',
      viewer: staffWith('OFFICER'),
      answers: [
        answer(AllArticlesDocument, { articles: [article] }),
        answer(AnswerQuestionDocument, { answerQuestion: { __typename: 'QuestionRefused', reason: 'ENDED' } }),
        answer(QuestionTaskDocument, { question: asked }),
      ],
    })
    expect(await screen.findByText('正确的内容：12000 元')).toBeTruthy()
    expect(screen.getByText('领取后可以查看所涉月份的记录。')).toBeTruthy()
    await screen.findByRole('option', { name: '断缴有什么影响' })
    await user.selectOptions(await screen.findByRole('combobox', { name: '引用办事解答' }), '断缴有什么影响')
    await user.type(screen.getByRole('textbox', { name: /已在何处更正/ }), '十月差额')
    await user.click(screen.getByRole('button', { name: '答复' }))
    const text = '年限累计计算。\n依据：社会保险法第十六条'
    await waitFor(() =>
      expect(askedOf('AnswerQuestion')).toEqual([{ id: 'q1', decidedOn: 'OPEN.1', text, correctedIn: '十月差额' }]),
    )
    expect(await axeFindings()).toEqual([])
  })
  const showAs = (given: Partial<typeof asked>, role: SignedInViewer['roles'][number]) =>
    showPage(<QuestionTaskPage />, {
      path: '/staff/questions/:id',
      at: '/staff/questions/q1',
      viewer: staffWith(role),
      answers: [answer(QuestionTaskDocument, { question: { ...asked, procedure: [], ...given } })],
    })

  it('tells staff that the person was told, and does not speak to them as to the person', async () => {
    showAs({ state: 'HANDED_OVER', handedTo: '示例区劳动保障监察大队', handedToAddress: '示例路 8 号' }, 'OFFICER')
    expect(await screen.findByText(/书面移交，并通知参保人/)).toBeTruthy()
    expect(screen.queryByText(/您的咨询/)).toBeNull()
  })

  it('lets who writes articles begin one with an answer, and nobody else', async () => {
    const [first] = asked.entries
    if (!first) throw new Error('Nothing was asked.')
    const entries = [first, { ...first, kind: 'ANSWERED' as const, text: '年限累计计算，可以补缴。', proposed: null }]
    showAs({ state: 'CLOSED', topic: 'GAP', entries }, 'OFFICER')
    expect(await screen.findByText('年限累计计算，可以补缴。')).toBeTruthy()
    expect(screen.queryByRole('link', { name: '将答复写成办事解答' })).toBeNull()
    cleanup()
    showAs({ state: 'CLOSED', topic: 'GAP', entries }, 'REVIEWER')
    expect(await screen.findByRole('link', { name: '将答复写成办事解答' })).toBeTruthy()
    const draft = articleFrom({ ...asked, topic: 'GAP', entries })
    expect(draft).toEqual({ topic: 'GAP', insurance: null, bodyZh: '年限累计计算，可以补缴。', bodyEn: '' })
    cleanup()
    showPage(<ArticlesPage />, {
      at: { pathname: '/staff/questions/articles', state: draft && stateOf(draft) },
      viewer: staffWith('REVIEWER'),
      answers: [answer(AllArticlesDocument, { articles: [article] })],
    })
    expect(await screen.findByDisplayValue('年限累计计算，可以补缴。')).toBeTruthy()
    expect(screen.getByText(/删去只与本人有关的内容/)).toBeTruthy()
    expect(screen.getByLabelText('主题')).toHaveProperty('value', 'GAP')
  })
})
