// A code that comes from outside (the database, an answer, a form) gets its type by `oneOf` or a schema, which refuses what
// the list does not hold; an assertion would believe anything. closed-lists.test.ts breaks the rule.
const codeName =
  /(?:Status|State|Kind|Type|Role|Channel|Side|Insurance|Code|Reason|Ground|Resolution|Verdict|Mode|EmploymentForm|Category|Source|Section|Evidence|Filter)$/

function isCode(type) {
  switch (type?.type) {
    case 'TSArrayType':
      return isCode(type.elementType)
    case 'TSTypeOperator':
      return isCode(type.typeAnnotation)
    case 'TSUnionType':
      return type.types.some(isCode)
    case 'TSLiteralType':
      return typeof type.literal.value === 'string'
    case 'TSTypeReference':
      return codeName.test(type.typeName.name ?? '')
    case 'TSIndexedAccessType':
      return type.objectType.type === 'TSTypeQuery' || isCode(type.objectType.elementType)
    default:
      return false
  }
}

const isTest = (file) => /\.test\.tsx?$/.test(file) || file.includes('/testing/')

const decoded = {
  create(context) {
    if (isTest(context.filename.replaceAll('\\', '/'))) return {}
    return {
      TSAsExpression(node) {
        if (isCode(node.typeAnnotation))
          context.report({ node, message: 'A code of a closed list is read by oneOf() or a schema, never asserted.' })
      },
    }
  },
}

export default { meta: { name: 'shebao-codes' }, rules: { decoded } }
