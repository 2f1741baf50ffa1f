import { SHIPPED_PARAMETER_ROWS, writeParameterFile } from '@shebao/premium'
import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, answerWithout, axeFindings, clerk, showPage } from '../../../shared/testing/show-page.tsx'
import { CalculatorPage } from './calculator-page.tsx'
import { ParameterRegionsDocument, PublicParametersDocument } from './calculator.generated.ts'

const region = {
  __typename: 'ParameterRegion' as const,
  region: '110000',
  nameZh: '北京市',
  nameEn: 'Beijing',
  firstPeriod: '2023-07',
  currentPeriod: '2024-08',
  lastPeriod: '2024-09',
}

async function show(address: string, language: 'zh-CN' | 'en' = 'zh-CN', published = true) {
  const parameters = published
    ? {
        __typename: 'PublicParameters' as const,
        region: '110000',
        period: '2024-08',
        sample: true,
        file: writeParameterFile(SHIPPED_PARAMETER_ROWS),
      }
    : { ...region, __typename: 'NoPublicParameters' as const, period: '2024-08' }
  const answers = [
    answer(ParameterRegionsDocument, { parameterRegions: [region] }),
    answer(PublicParametersDocument, { publicParameters: parameters }),
  ]
  answerWithout(answers)
  const shown = showPage(<CalculatorPage />, {
    answers,
    viewer: clerk,
    language,
    at: address,
  })
  await screen.findByRole('form')
  return shown
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('the calculator', () => {
  it.each([
    ['zh-CN' as const, /月平均工资/, '计算'],
    ['en' as const, /wage/i, 'Calculate'],
  ])('works out 10 000.00 in Beijing (%s)', async (language, wage, calculate) => {
    const { askedOf } = await show('/', language)
    expect(askedOf('PublicParameters')).toEqual([])
    await userEvent.type(screen.getByRole('textbox', { name: wage }), '10000')
    await userEvent.click(screen.getByRole('button', { name: calculate }))
    // Domain specification 2.4: 3 703.00, of it 1 053.00 of the person.
    expect((await screen.findAllByText(/3,703\.00/)).length).toBeGreaterThan(0)
    expect(screen.getAllByText(/1,053\.00/).length).toBeGreaterThan(0)
    expect(await axeFindings()).toEqual([])
  })

  it('judges a wage only once it was asked for', async () => {
    const { askedOf } = await show('/')
    await userEvent.type(screen.getByRole('textbox', { name: /月平均工资/ }), '-1')
    expect(screen.queryByText('工资不能是负数；没有收入填 0')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: '计算' }))
    expect((await screen.findAllByText('工资不能是负数；没有收入填 0')).length).toBeGreaterThan(0)
    expect(askedOf('PublicParameters')).toEqual([])
  })

  it('answers a link at once', async () => {
    await show('/?region=110000&period=2024-08&wage=10000&class=1')
    expect((await screen.findAllByText(/3,703\.00/)).length).toBeGreaterThan(0)
    // Once for all of them, and never as what the office has published.
    expect(screen.getAllByText(/未经核实/)).toHaveLength(1)
    expect(screen.getByText(/没有任何机构公布过/)).toBeTruthy()
    expect(screen.queryByText(/本机构已公布/)).toBeNull()
  })

  it('says what is missing where nothing is published', async () => {
    await show('/?region=110000&period=2024-08&wage=10000&class=1', 'zh-CN', false)
    expect(await screen.findByText(/没有北京市2024年8月的缴费标准/)).toBeTruthy()
  })
})
