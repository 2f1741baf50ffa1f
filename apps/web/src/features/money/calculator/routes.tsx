import { IconCalculator } from '@tabler/icons-react'
import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  entrance: [
    {
      path: '/calculator',
      lazy: async () => ({ Component: (await import('./calculator-page.tsx')).CalculatorPage }),
    },
  ],
}

export const places: Feature['places'] = {
  public: [{ to: '/calculator', label: { zh: '缴费计算器', en: 'Calculator' }, icon: IconCalculator, order: 10 }],
}
