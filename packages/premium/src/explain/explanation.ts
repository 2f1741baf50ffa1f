import type { AverageRounding } from '../base.ts'
import type { LabelCode, RuleCode } from './explanation-codes.ts'
import { fen } from '@shebao/kernel'
import type { Fen, Insurance, Side, RoundingMode } from '@shebao/kernel'
import type { ResolvedParameter } from '../parameters/parameters.ts'
import { restsOnDocument } from '../parameters/rests-on-document.ts'
import type { ParameterName } from '../parameters/parameter-range.ts'

export type QuantityKind = 'FEN' | 'PPM' | 'DAYS' | 'MONTHS' | 'PERCENT' | 'PEOPLE' | 'TIMES'
export type Quantity = { readonly kind: QuantityKind; readonly value: number }

export type Law = 'SIL' | 'R259' | 'M13' | 'ACL'
export type Article = { readonly law: Law; readonly article: number }

/** The published row a figure was read from. */
export type ParameterSource = {
  readonly region: string
  readonly name: ParameterName
  readonly insurance: Insurance | 'ALL'
  readonly side: Side | 'ALL'
  readonly category: string
  readonly validFrom: string
  readonly validTo: string | null
  /** Number of the document it rests on; where the figure was found besides is no legal basis and stays with the row. */
  readonly docNo: string | null
  readonly publishedOn: string | null
  readonly verified: boolean
  readonly carriedOver: boolean
}

/**
 * Why a number is what it is: a tree from an amount down to what was declared, published or decided. Everything is a
 * code with parameters; `explanation-words.ts` words it in each language.
 */
export type Explanation = {
  readonly label: LabelCode
  readonly params: Readonly<Record<string, string | number>>
  readonly rule: RuleCode
  readonly articles: readonly Article[]
  readonly inputs: readonly Explanation[]
  readonly rounding: RoundingMode | AverageRounding | null
  /** Who decided how to round; null for the default. */
  readonly roundingSource: ParameterSource | null
  readonly source: ParameterSource | null
  readonly result: Quantity
}

type Parts = Partial<Pick<Explanation, 'params' | 'articles' | 'inputs' | 'rounding' | 'roundingSource' | 'source'>>

export function explain(
  label: LabelCode,
  rule: RuleCode,
  kind: QuantityKind,
  value: number,
  parts: Parts = {},
): Explanation {
  return {
    label,
    params: parts.params ?? {},
    rule,
    articles: parts.articles ?? [],
    inputs: parts.inputs ?? [],
    rounding: parts.rounding ?? null,
    roundingSource: parts.roundingSource ?? null,
    source: parts.source ?? null,
    result: { kind, value },
  }
}

export function explainSum(
  label: LabelCode,
  inputs: readonly Explanation[],
  parts: Omit<Parts, 'inputs'> = {},
): Explanation {
  const sum = inputs.reduce((total, input) => total + amountOf(input), 0)
  return explain(label, 'SUM', 'FEN', fen(sum), { ...parts, inputs })
}

/** A leaf that was read from a parameter row. */
export function explainParameter(
  label: LabelCode,
  kind: QuantityKind,
  parameter: ResolvedParameter,
  params: Explanation['params'] = {},
): Explanation {
  const rule = parameter.carriedOver ? 'PARAMETER_CARRIED_OVER' : 'PARAMETER'
  return explain(label, rule, kind, Number(parameter.row.value), { params, source: parameterSource(parameter) })
}

export function parameterSource({ row, carriedOver }: ResolvedParameter): ParameterSource {
  const { region, name, insurance, side, category, validFrom, validTo, docNo, publishedOn } = row
  return {
    region,
    name,
    insurance,
    side,
    category,
    validFrom,
    validTo,
    docNo,
    publishedOn,
    verified: restsOnDocument(row),
    carriedOver,
  }
}

/** The amount an explanation arrives at; asking a rate or a count of days for one is a programming error. */
export function amountOf(explanation: Explanation): Fen {
  if (explanation.result.kind !== 'FEN') throw new TypeError(`${explanation.label} is not an amount`)
  return fen(explanation.result.value)
}
