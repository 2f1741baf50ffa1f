import { fen } from '@shebao/kernel'
import type { Unmasked } from '../../../../shared/data/masking.ts'
import { answer } from '../../../../shared/testing/show-page.tsx'
import { ReviewHistoryDocument } from '../history-view.generated.ts'
import { NextInQueueDocument } from '../next-case.generated.ts'
import {
  AcceptDeclarationDocument,
  DeclarationReviewDocument,
  HoldReviewDocument,
  LeaveReviewDocument,
  ReturnDeclarationDocument,
  RevealAnswerDocument,
  ReviewPersonsDocument,
  ReviewSumsDocument,
} from '../review.generated.ts'
import type { DeclarationReviewQuery } from '../review.generated.ts'

export type Review = Unmasked<DeclarationReviewQuery>['declarationReview']

export const field = (path: string, declared: unknown, registered: unknown, masked = false) => ({
  __typename: 'ReviewField' as const,
  path,
  section: 'basics',
  declared,
  registered,
  known: true,
  differs: declared !== registered,
  masked,
})
const event = (id: string, action: string, actorName: string) => ({
  __typename: 'StaffEvent' as const,
  id,
  version: 1,
  action,
  actorKind: 'STAFF',
  actorName,
  at: '2026-11-23T02:32:00Z',
  note: null,
})
const review: Review = {
  __typename: 'DeclarationReview',
  mark: 'UNDER_REVIEW.2',
  procedure: [],
  id: 'd1',
  year: 2026,
  status: 'UNDER_REVIEW',
  version: 1,
  formNo: 'NJ2026000001',
  people: 12,
  dueOn: '2026-12-31',
  submittedAt: '2026-11-22T02:00:00Z',
  late: false,
  employerId: 'e1',
  employerName: '甲公司',
  registrationNo: '110101000001',
  actions: ['RETURN', 'APPROVE'],
  secondPersonNeeded: false,
  paperReceivedOn: null,
  paperPages: null,
  startedBy: event('v1', 'START_REVIEW', '李经办'),
  recommendedBy: event('v2', 'RECOMMEND', '李经办'),
  warnings: [],
  fields: [field('bankName', '北京银行东单支行', '北京银行西单支行'), field('bankAccountName', '甲公司', '甲公司')],
  changeCounts: {
    __typename: 'PersonChangeCounts',
    different: 2,
    new: 1,
    left: 0,
    name: 0,
    participation: 0,
    wage: 1,
  },
  notes: [],
  events: [event('v1', 'START_REVIEW', '李经办')],
}
const sum = (people: number) => ({
  __typename: 'ReviewSum' as const,
  people,
  monthlyWages: fen(people * 1_000_000),
  insured: [],
})
const person = {
  __typename: 'ReviewPerson' as const,
  key: 'p1',
  rowNo: 3,
  enrolmentId: null,
  idMasked: '110•••••0016',
  declaredName: '王*',
  registeredName: null,
  kinds: ['NEW' as const],
  declaredAverage: fen(1_000_000),
  registeredAverage: null,
  changePpm: 52_300,
  declaredInsurances: ['PENSION' as const],
  registeredInsurances: [],
  hireDate: '2026-03-01',
  warnings: 0,
}

/** What the office answers on the review page: of one declaration, and whether accepting it is refused. */
export function reviewOffice(given: Partial<Review>, refuse: boolean) {
  const of = <Given extends object>(more: Given) => ({
    declarationReview: {
      __typename: 'DeclarationReview' as const,
      mark: 'UNDER_REVIEW.2',
      procedure: [],
      id: 'd1',
      ...more,
    },
  })
  const pageInfo = { __typename: 'PageInfo' as const, hasNextPage: false, endCursor: null }
  return {
    review: answer(DeclarationReviewDocument, { declarationReview: { ...review, ...given } }),
    hold: answer(HoldReviewDocument, {
      holdReview: { __typename: 'ReviewHold', holderName: '赵复核', since: '2026-11-23T02:32:00Z', mine: false },
    }),
    leave: answer(LeaveReviewDocument, { leaveReview: true }),
    persons: answer(ReviewPersonsDocument, ({ kind }) =>
      of({
        persons: {
          __typename: 'ReviewPeopleConnection' as const,
          edges: kind === 'WAGE' ? [] : [{ __typename: 'ReviewPeopleEdge' as const, node: person }],
          pageInfo,
        },
      }),
    ),
    sums: answer(
      ReviewSumsDocument,
      of({
        sums: { __typename: 'ReviewSums' as const, declared: sum(12), registered: sum(11) },
        estimate: {
          __typename: 'PremiumEstimate' as const,
          leavers: 1,
          period: '2026-07',
          people: 12,
          employerTotal: fen(3_000_000),
          personalTotal: fen(1_234_567),
          total: fen(4_234_567),
          explanation: null,
          noticeNumber: 'JF2026070001',
        },
      }),
    ),
    history: answer(
      ReviewHistoryDocument,
      of({
        versions: [],
        settledDifferences: {
          __typename: 'SettledRosterDifferenceConnection' as const,
          edges: [],
          pageInfo,
        },
      }),
    ),
    next: answer(NextInQueueDocument, {
      reviewQueue: {
        __typename: 'ReviewQueueConnection',
        edges: [
          ['d1', null],
          ['d2', '赵复核'],
          ['d3', null],
        ].map(([id, heldByOther]) => ({
          __typename: 'ReviewQueueEdge' as const,
          node: {
            __typename: 'ReviewQueueItem' as const,
            id: id ?? '',
            employerName: '乙公司',
            state: 'SUBMITTED' as const,
            heldByOther: heldByOther ?? null,
          },
        })),
      },
    }),
    accept: answer(AcceptDeclarationDocument, {
      acceptDeclaration: refuse
        ? { __typename: 'DeclarationRefused', reason: 'VERSION_CHANGED' }
        : { __typename: 'DeclarationChanged' },
    }),
    sendBack: answer(ReturnDeclarationDocument, { returnDeclaration: { __typename: 'DeclarationChanged' } }),
    reveal: answer(RevealAnswerDocument, {
      revealAnswer: { __typename: 'RevealedAnswer', declared: '13812345678', registered: null },
    }),
  }
}
