import { expect, it } from 'vitest'
import { isParameterValue, PARAMETER_NAMES, PARAMETER_RANGES } from './parameter-range.ts'
import { PARAMETER_VALUES } from './parameter-row.ts'

it('says of every value what the schema of a row says', () => {
  for (const name of PARAMETER_NAMES) {
    const range = PARAMETER_RANGES[name]
    const near = 'least' in range ? [range.least, range.most, range.least - 1, range.most + 1] : [...range]
    for (const value of [...near, 1.5, Number.NaN, '1', 'FEN', '', null, undefined, -0]) {
      expect([name, value, isParameterValue(name, value)]).toEqual([
        name,
        value,
        PARAMETER_VALUES[name].safeParse(value).success,
      ])
    }
  }
})
