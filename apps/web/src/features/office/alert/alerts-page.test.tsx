import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { AlertsPage } from './alerts-page.tsx'
import { OfficeAlertsDocument } from './alerts.generated.ts'
import type { OfficeAlertsQuery } from './alerts.generated.ts'

type Alerts = OfficeAlertsQuery['officeAlerts']

const full: Alerts['standing'][number] = {
  __typename: 'OfficeAlert',
  id: '7',
  name: 'DiskNearlyFull',
  urgency: 'NOW',
  which: ['data'],
  process: '10.0.0.21:4000',
  beganAt: '2026-11-23T02:32:00Z',
  endedAt: null,
  toldAt: null,
}
const well: Alerts = {
  __typename: 'OfficeAlerts',
  standing: [],
  ended: [],
  lookedAt: '2026-11-23T03:00:00Z',
  current: true,
  processes: 1,
  webhook: false,
}
const open = (alerts: Partial<Alerts>, language: 'zh-CN' | 'en' = 'zh-CN') =>
  showPage(<AlertsPage />, {
    answers: [answer(OfficeAlertsDocument, { officeAlerts: { ...well, ...alerts } })],
    language,
  })

afterEach(cleanup)

describe('alerts', () => {
  it('that stand say what they mean, since when, of what and what to do', async () => {
    const { container } = open({ standing: [full], webhook: true, processes: 3 })
    const card = await screen.findByRole('listitem', { name: '磁盘可用空间不足十分之一。' })
    for (const part of [
      '立即处理',
      'DiskNearlyFull',
      '2026年11月23日 10:32',
      '对象：data',
      '10.0.0.21:4000',
      '每分钟重试',
      '磁盘写满后不能申报',
    ])
      expect(card.textContent).toContain(part)
    expect(screen.getByText(/3 个服务进程/)).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
  })

  it('that are over are listed below; where nothing is wrong the page says so, and how it knows', async () => {
    open(
      {
        ended: [
          {
            ...full,
            urgency: 'TODAY',
            name: 'JobFailing',
            which: ['bill'],
            process: null,
            endedAt: '2026-11-23T02:40:00Z',
          },
        ],
      },
      'en',
    )
    expect(await screen.findByText('Nothing is wrong')).toBeTruthy()
    expect(screen.getByText(/^Last look 23 November 2026 at 11:00, 1 process\.$/)).toBeTruthy()
    expect(screen.getByRole('row', { name: /A job failed when it last ran\.JobFailing · bill/ }).textContent).toContain(
      '10:40',
    )
    expect(screen.getByText(/SHEBAO_ALERT_WEBHOOK_URL is not set/)).toBeTruthy()
  })

  it('are not called well where nobody looked lately, or ever', async () => {
    open({ current: false }, 'en')
    expect(await screen.findByText(/more than three minutes ago/)).toBeTruthy()
    cleanup()
    open({ lookedAt: null, current: false, processes: 0 }, 'en')
    expect(await screen.findByText(/Nobody has looked yet/)).toBeTruthy()
  })
})
