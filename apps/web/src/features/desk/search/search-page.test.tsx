import { fen } from '@shebao/kernel'
import { cleanup, screen } from '@testing-library/react'
import { GraphQLError } from 'graphql'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import type { SignedInViewer } from '../../../shared/lib/viewer-context.tsx'
import { SearchPage } from './search-page.tsx'
import { FindNumberDocument, FindPersonDocument } from './search.generated.ts'
import type { FindNumberQuery } from './search.generated.ts'

type Hit = FindNumberQuery['findNumber'][number]
const notice: Hit = {
  __typename: 'NumberHit',
  kind: 'NOTICE',
  id: 'n1',
  number: 'JF2026070001',
  employerId: 'e1',
  employerName: '甲公司',
  concerning: '2026-07',
  amount: fen(1_234_567),
}
const idNumber = '11010119900307299X'

function open(number: string, hits: Hit[], role: SignedInViewer['roles'][number] = 'OFFICER', somebody = true) {
  const person = {
    __typename: 'PersonFound' as const,
    id: 'p1',
    idMasked: '110*************9X',
    nameMasked: '张*',
    spells: [
      {
        __typename: 'SpellOfPerson' as const,
        employerId: 'e1',
        employerName: '甲公司',
        registrationNo: '110101000001',
        fromPeriod: '2024-01',
        toPeriod: null,
      },
    ],
  }
  return showPage(<SearchPage />, {
    answers: [
      answer(FindNumberDocument, { findNumber: hits }),
      answer(FindPersonDocument, { findPerson: somebody ? person : null }),
    ],
    at: { pathname: '/staff/search', state: { number } },
    viewer: staffWith(role),
  })
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('looking for a number', () => {
  it('says what it is the number of, leads there, and keeps the number out of the address', async () => {
    const { container, user, address, askedOf } = open('JF2026070001', [
      notice,
      {
        ...notice,
        kind: 'DOCUMENT',
        id: '2345',
        concerning: 'UNIT_CERTIFICATE',
        employerId: null,
        employerName: null,
        amount: null,
      },
    ])
    const link = await screen.findByRole('link', { name: '缴费通知单' })
    expect(link.getAttribute('href')).toBe('/staff/notices/n1')
    await user.keyboard('j')
    expect(document.activeElement).toBe(link)
    expect(screen.getByText('12,345.67')).toBeTruthy()
    expect(screen.getByText('2026年7月')).toBeTruthy()
    expect(screen.getByRole('link', { name: '已出具的文书' }).getAttribute('href')).toBe('/verify/2345')
    expect(screen.getByText('单位缴费证明')).toBeTruthy()
    expect(address()).toBe('/staff/search')
    expect(askedOf('FindPerson')).toEqual([])
    expect(await axeFindings(container)).toEqual([])
  })

  it('looks for a person only when told to, and says that it is recorded', async () => {
    const { user, askedOf } = open('E12345678', [])
    expect(await screen.findByText('没有这个编号')).toBeTruthy()
    expect(askedOf('FindPerson')).toEqual([])
    await user.click(screen.getByRole('button', { name: '查个人并记录' }))
    expect(await screen.findByText('张*')).toBeTruthy()
    expect(screen.getByText('本次查找已记入审计日志。')).toBeTruthy()
    expect(screen.getByRole('link', { name: '甲公司' }).getAttribute('href')).toBe('/staff/employers/e1')
  })

  it('looks once for what can only be an ID number', async () => {
    const { askedOf } = open(idNumber, [], 'REVIEWER', false)
    expect(await screen.findByText(/登记中没有这个证件号码/)).toBeTruthy()
    expect(askedOf('FindPerson')).toEqual([{ number: idNumber, asKnownOn: null }])
  })

  it.each([
    'DEU0C01X00T47',
    '911398199012310021',
    'KAZ110090123105',
    '810000199408230021',
    'HKG012345678',
    'H1234567800',
  ])('looks at once for %s, the number of somebody from abroad', async (number) => {
    const { askedOf } = open(number, [])
    expect(await screen.findByText('张*')).toBeTruthy()
    expect(askedOf('FindPerson')).toMatchObject([{ number }])
  })

  it('says to wait after too many numbers that nobody has, and not that there is nobody', async () => {
    showPage(<SearchPage />, {
      answers: [
        answer(FindNumberDocument, { findNumber: [] }),
        answer(FindPersonDocument, () => {
          throw new GraphQLError('Too many', { extensions: { code: 'TOO_MANY_REQUESTS' } })
        }),
      ],
      at: { pathname: '/staff/search', state: { number: idNumber } },
      viewer: staffWith('OFFICER'),
    })
    expect((await screen.findByRole('alert')).textContent).toContain('请在 15 分钟后再查')
    expect(screen.queryByText(/登记中没有这个证件号码/)).toBeNull()
  })

  it('tells an auditor who looks people up', async () => {
    const { askedOf } = open(idNumber, [], 'AUDITOR')
    expect(await screen.findByText(/须由经办、复核人员或负责人办理/)).toBeTruthy()
    expect(askedOf('FindPerson')).toEqual([])
  })
})
