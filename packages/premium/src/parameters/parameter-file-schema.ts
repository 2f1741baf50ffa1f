import { z } from 'zod'
import { PARAMETER_NAMES } from './parameter-range.ts'
import { PARAMETER_FILE_FORMAT, PARAMETER_VALUES, ParameterFile, parameterRowShape } from './parameter-row.ts'

type JsonSchema = z.core.JSONSchema.JSONSchema

/**
 * The JSON Schema (draft 2020-12) of the exchange format, for editors and other programs. It says what each field may
 * hold and what value each parameter takes; `readParameterFile` also finds contradictions and overlaps.
 */
export function parameterFileSchema(): JsonSchema {
  return {
    ...z.toJSONSchema(ParameterFile, { override: addValueRules }),
    title: `Shebao policy parameters, ${PARAMETER_FILE_FORMAT}`,
  }
}

function addValueRules({ zodSchema, jsonSchema }: { zodSchema: object; jsonSchema: JsonSchema }): void {
  if (!('shape' in zodSchema) || zodSchema.shape !== parameterRowShape.shape) return
  jsonSchema.allOf = PARAMETER_NAMES.map((name) => ({
    if: { properties: { name: { const: name } }, required: ['name'] },
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    then: { properties: { value: plain(PARAMETER_VALUES[name]) } },
  }))
}

function plain(schema: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema)
  return rest
}
