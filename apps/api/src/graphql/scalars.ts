import { isCivilDate, isFen } from '@shebao/kernel'
import { GraphQLError } from 'graphql'
import { readMark, writeMark } from '../case/case-mark.ts'
import type { SchemaTypes } from './schema-types.ts'

type Builder = PothosSchemaTypes.SchemaBuilder<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>>

const periodPattern = /^\d{4}-(0[1-9]|1[0-2])$/
/** Days and months about which anything could be asked. From the ends of the calendar no rule could count on or back. */
const [firstYear, lastYear] = ['1900', '2999']
const isOfOurYears = (text: string): boolean => firstYear <= text.slice(0, 4) && text.slice(0, 4) <= lastYear

export function addScalars(builder: Builder): void {
  builder.scalarType('Fen', {
    description: 'Money: a whole number of fen (分, 1/100 yuan), between -2^53 and 2^53. Never a fraction.',
    serialize: (value) => value,
    parseValue: (value) => {
      if (!isFen(value)) throw new GraphQLError('Fen: a whole number of fen is needed.')
      return value
    },
  })
  builder.scalarType('Date', {
    description: 'A civil date in Asia/Shanghai, YYYY-MM-DD, of the years 1900 to 2999.',
    serialize: (value) => value,
    parseValue: (value) => {
      if (!isCivilDate(value) || !isOfOurYears(value))
        throw new GraphQLError('Date: a real date written YYYY-MM-DD is needed, of the years 1900 to 2999.')
      return value
    },
  })
  builder.scalarType('Period', {
    description: 'A contribution month (所属期), YYYY-MM, of the years 1900 to 2999.',
    serialize: (value) => value,
    parseValue: (value) => {
      if (typeof value !== 'string' || !periodPattern.test(value) || !isOfOurYears(value))
        throw new GraphQLError('Period: a month written YYYY-MM is needed, of the years 1900 to 2999.')
      return value
    },
  })
  builder.scalarType('DateTime', {
    description: 'An instant, ISO 8601 in UTC.',
    serialize: (value) => value.toISOString(),
    parseValue: (value) => {
      const instant = new Date(typeof value === 'string' ? value : Number.NaN)
      if (Number.isNaN(instant.getTime()) || !isOfOurYears(instant.toISOString()))
        throw new GraphQLError('DateTime: an ISO 8601 instant is needed.')
      return instant
    },
  })
  builder.scalarType('Explanation', {
    description:
      'How an amount came about, of the premium package: {label, params, rule, articles, inputs, rounding, source, result}, inputs being explanations again. The package words it in both languages.',
    serialize: (value) => value,
    parseValue: () => {
      throw new GraphQLError('Explanation: the server explains, nobody hands it one.')
    },
  })
  builder.scalarType('CaseMark', {
    description:
      'What a case was when it was read: its state and how many events it had had. Handed back with a decision, as it came.',
    serialize: writeMark,
    parseValue: (value) => {
      const mark = typeof value === 'string' ? readMark(value) : undefined
      if (!mark) throw new GraphQLError('CaseMark: the mark of the case is needed as it was handed out.')
      return mark
    },
  })
  builder.scalarType('JSON', {
    description: 'A JSON value whose shape the field describes.',
    serialize: (value) => value,
    parseValue: (value) => value,
  })
}
