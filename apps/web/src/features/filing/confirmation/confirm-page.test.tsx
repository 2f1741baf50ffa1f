import { fen } from '@shebao/kernel'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, answerWithout, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import type { Language } from '../../../shared/lib/language.ts'
import type { Content } from './own-content.ts'
import { ConfirmPage } from './confirm-page.tsx'
import {
  AnswerConfirmationLinkDocument,
  OpenConfirmationLinkDocument,
  ReadConfirmationLinkDocument,
} from './confirm.generated.ts'
import type { ConfirmationLinkProblem } from './confirm.generated.ts'

const at = '2026-11-29T02:00:00.000Z'
const closed = (problem: ConfirmationLinkProblem, more: { triesLeft?: number; answered?: 'CONFIRMED' } = {}) => ({
  __typename: 'ConfirmationLinkClosed' as const,
  problem,
  triesLeft: more.triesLeft ?? null,
  answered: more.answered ?? null,
  answeredAt: more.answered ? at : null,
})
const content: Content = {
  __typename: 'ConfirmationContent' as const,
  employerName: '海淀科技公司',
  year: 2026,
  period: null,
  name: '王秀英',
  idMasked: '110*************2X',
  wagesLastYear: fen(12_000_000),
  monthsWorkedLastYear: 12,
  firstMonthWage: null,
  insurances: [
    {
      __typename: 'ConfirmedInsurance' as const,
      insurance: 'PENSION' as const,
      participates: true,
      base: fen(1_000_000),
    },
    { __typename: 'ConfirmedInsurance' as const, insurance: 'MATERNITY' as const, participates: false, base: null },
  ],
  changes: [],
  taken: ['NAME' as const],
  kept: ['WAGES' as const],
  reason: '按工资条核对无误',
}

const ofMonth = {
  ...content,
  period: '2026-11',
  wagesLastYear: null,
  monthsWorkedLastYear: null,
  insurances: [],
  changes: [
    {
      __typename: 'ConfirmedChange' as const,
      joins: true,
      insurances: ['PENSION' as const, 'MEDICAL' as const],
      effectivePeriod: '2026-12',
      hireDate: '明天',
      monthlyWage: fen(880_000),
    },
  ],
}

function open(problem?: ConfirmationLinkProblem, language: Language = 'zh-CN', shown = content) {
  const link = problem
    ? closed(problem, problem === 'ANSWERED' ? { answered: 'CONFIRMED' } : {})
    : {
        __typename: 'ConfirmationLinkWaiting' as const,
        employerName: '海淀科技公司',
        year: 2026,
        period: shown.period,
        expiresAt: at,
      }
  const answers = [
    answer(ReadConfirmationLinkDocument, { readConfirmationLink: link }),
    answer(OpenConfirmationLinkDocument, ({ idEnd }) => ({
      openConfirmationLink: idEnd === '01002X' ? shown : closed('WRONG_NUMBER', { triesLeft: 4 }),
    })),
    answer(AnswerConfirmationLinkDocument, ({ signer, signature, disagreements }) => ({
      answerConfirmationLink:
        [disagreements].flat().length === 0 && !signature && signer !== '王秀英'
          ? { __typename: 'ConfirmationNameDiffers' as const }
          : {
              __typename: 'ConfirmationAnswered' as const,
              answer: [disagreements].flat().length === 0 ? ('CONFIRMED' as const) : ('DISAGREED' as const),
            },
    })),
  ]
  answerWithout(answers)
  return showPage(<ConfirmPage />, { answers, at: '/confirm#the-code', language })
}

async function prove({ user }: ReturnType<typeof open>) {
  await user.type(await screen.findByLabelText(/后 6 位/), '01002X')
  await user.click(screen.getByRole('button', { name: '查看我的信息' }))
  await screen.findByText('王秀英')
}

// There is no ink here: a press stands for the strokes.
vi.mock('./signature-pad-field.tsx', () => ({
  SignaturePadField: ({ name, error, onDrawn }: { name: string; error?: string; onDrawn: (drawn: string) => void }) => (
    <>
      <button type="button" onClick={() => onDrawn('iVBORw0KGgo=')}>
        签名：{name}
      </button>
      {error}
    </>
  ),
}))

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('the link of an employee', () => {
  it('asks for the end of their number, then shows their own row and what became of what they said', async () => {
    const page = open()
    await page.user.type(await screen.findByLabelText(/后 6 位/), '000000')
    await page.user.click(screen.getByRole('button', { name: '查看我的信息' }))
    expect(await screen.findByText(/还可以再试 4 次/)).toBeTruthy()
    await page.user.clear(screen.getByLabelText(/后 6 位/))
    await prove(page)
    for (const text of [/120,000\.00/, /12 个月/, /10,000\.00/, '不参保', '110*************2X', '按工资条核对无误'])
      expect(screen.getByText(text)).toBeTruthy()
    expect(screen.getByText(/“姓名”，单位已采纳/)).toBeTruthy()
    // The code stands behind the number sign and in no request's address.
    expect(page.askedOf('OpenConfirmationLink')).toContainEqual({ code: 'the-code', idEnd: '01002X' })
    expect(await axeFindings()).toEqual([])
  })

  it('takes a signature that is drawn, once there is one', async () => {
    const page = open()
    await prove(page)
    await page.user.click(screen.getByRole('button', { name: '信息无误' }))
    await page.user.click(await screen.findByRole('button', { name: '确认无误并签字' }))
    expect(await screen.findByText('请先在框内签名')).toBeTruthy()
    await page.user.click(screen.getByRole('button', { name: '签名：王秀英' }))
    await page.user.click(screen.getByRole('button', { name: '确认无误并签字' }))
    expect(await screen.findByRole('heading', { name: '已确认' })).toBeTruthy()
    expect(page.askedOf('AnswerConfirmationLink')).toEqual([
      { code: 'the-code', idEnd: '01002X', signature: 'iVBORw0KGgo=', disagreements: [] },
    ])
  })

  it('takes a typed name and a tick as the signature, and only the name of the row', async () => {
    const page = open()
    await prove(page)
    await page.user.click(screen.getByRole('button', { name: '信息无误' }))
    await page.user.click(await screen.findByRole('button', { name: '输入姓名' }))
    await page.user.click(screen.getByRole('button', { name: '确认无误并签字' }))
    expect(screen.getByText('请输入您的姓名')).toBeTruthy()
    expect(screen.getByText('请勾选')).toBeTruthy()
    await page.user.click(screen.getByRole('checkbox', { name: /即为我的签字/ }))
    await page.user.type(screen.getByLabelText(/作为签字/), '王秀')
    await page.user.click(screen.getByRole('button', { name: '确认无误并签字' }))
    expect(await screen.findByText(/与上面的姓名不一致/)).toBeTruthy()
    await page.user.type(screen.getByLabelText(/作为签字/), '英')
    expect(await axeFindings()).toEqual([])
    await page.user.click(screen.getByRole('button', { name: '确认无误并签字' }))
    expect(await screen.findByRole('heading', { name: '已确认' })).toBeTruthy()
  })

  it('says field by field what it should be, and nothing that cannot be read', async () => {
    const page = open()
    await prove(page)
    await page.user.click(screen.getByRole('button', { name: '有错误' }))
    await page.user.click(screen.getByRole('button', { name: '提交给单位' }))
    expect(screen.getByText('请至少勾选一项')).toBeTruthy()
    await page.user.click(screen.getByLabelText('上年工资总额'))
    await page.user.click(screen.getByLabelText('上年工作月数'))
    await page.user.type(screen.getByLabelText('上年工资总额: 应该是'), '九万')
    await page.user.type(screen.getByLabelText('上年工作月数: 应该是'), '13')
    await page.user.click(screen.getByRole('button', { name: '提交给单位' }))
    expect(screen.getByText(/请填写金额/)).toBeTruthy()
    expect(screen.getByText(/0 到 12/)).toBeTruthy()
    expect(page.askedOf('AnswerConfirmationLink')).toEqual([])
    await page.user.clear(screen.getByLabelText('上年工资总额: 应该是'))
    await page.user.type(screen.getByLabelText('上年工资总额: 应该是'), '９0,000元')
    await page.user.clear(screen.getByLabelText('上年工作月数: 应该是'))
    await page.user.type(screen.getByLabelText('上年工作月数: 应该是'), '0')
    expect(await axeFindings()).toEqual([])
    await page.user.click(screen.getByRole('button', { name: '提交给单位' }))
    expect(await screen.findByRole('heading', { name: '已提交' })).toBeTruthy()
    expect(page.askedOf('AnswerConfirmationLink')).toEqual([
      {
        code: 'the-code',
        idEnd: '01002X',
        disagreements: [
          { field: 'WAGES', amount: 9_000_000 },
          { field: 'MONTHS', months: 0 },
        ],
      },
    ])
  })

  it('of a month shows each join and new wage, what is no date as it was typed, and disputes the wage of the month', async () => {
    const page = open(undefined, 'zh-CN', ofMonth)
    expect(await screen.findByText(/2026年11月社会保险申报/)).toBeTruthy()
    await prove(page)
    for (const text of [/8,800\.00/, /养老保险、.*医疗保险/, '2026年12月', '明天'])
      expect(screen.getByText(text)).toBeTruthy()
    expect(screen.queryByText('上年工资总额')).toBeNull()
    await page.user.click(screen.getByRole('button', { name: '有错误' }))
    await page.user.click(screen.getByLabelText('申报月工资'))
    await page.user.type(screen.getByLabelText('申报月工资: 应该是'), '9000')
    expect(await axeFindings()).toEqual([])
    await page.user.click(screen.getByRole('button', { name: '提交给单位' }))
    expect(await screen.findByRole('heading', { name: '已提交' })).toBeTruthy()
    expect(page.askedOf('AnswerConfirmationLink')).toMatchObject([
      { disagreements: [{ field: 'MONTHLY_WAGE', amount: 900_000 }] },
    ])
  })

  it('keeps what was typed while the server is away', async () => {
    const page = open()
    await prove(page)
    await page.user.click(screen.getByRole('button', { name: '信息无误' }))
    await page.user.click(await screen.findByRole('button', { name: '输入姓名' }))
    await page.user.click(screen.getByRole('checkbox', { name: /即为我的签字/ }))
    await page.user.type(screen.getByLabelText(/作为签字/), '王秀英')
    vi.stubGlobal('fetch', () => Promise.reject(new Error('away')))
    await page.user.click(screen.getByRole('button', { name: '确认无误并签字' }))
    expect(await screen.findByText(/没有连上服务器/)).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>(/作为签字/).value).toBe('王秀英')
  })

  it.each([
    ['EXPIRED', 'zh-CN', /已过期/],
    ['CHANGED', 'zh-CN', /单位更改了您的信息/],
    ['ANSWERED', 'zh-CN', /确认了信息无误/],
    ['UNKNOWN', 'en', /no such link/],
    ['LOCKED', 'en', /link is locked/],
    ['GIVEN_UP', 'en', /gave this declaration up/],
    ['HANDED_IN', 'en', /handed in/],
  ] as const)('that is %s says why and what to do (%s)', async (problem, language, words) => {
    open(problem, language)
    expect(await screen.findByText(words)).toBeTruthy()
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(await axeFindings()).toEqual([])
  })
})
