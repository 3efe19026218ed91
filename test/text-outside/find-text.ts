import { Visitor, type ESTree } from 'vite';
import { lineAt, parse, type SourceText } from '../sources.ts';

/** Text that a person would see, written outside `src/text/`. */
export interface StrayText {
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly why: 'Chinese' | 'JSX text' | 'attribute' | 'DOM text';
}

/** Han characters, Chinese punctuation and full-width forms. */
const CHINESE = /[\p{Script=Han}\u3001-\u303f\uff01-\uffee]/u;
const LETTER = /\p{L}/u;

/** Attributes that are read out or shown. */
const SPOKEN_ATTRIBUTES = new Set([
  'aria-label',
  'aria-description',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'alt',
  'description',
  'errorMessage',
  'label',
  'placeholder',
  'title',
]);

/** Properties of an element or the document by which text is put on the page without JSX. */
const SPOKEN_PROPERTIES = new Set([
  'alt',
  'ariaLabel',
  'innerHTML',
  'innerText',
  'placeholder',
  'textContent',
  'title',
]);

/**
 * Finds text that a person would see: Chinese in any string, template or JSX, and letters that reach the page as the
 * text of an element, as a spoken attribute, or by an assignment to an element. Comments and patterns are not text.
 */
export function strayTextOf(source: SourceText): StrayText[] {
  const found = new Map<number, StrayText>();
  const add = (node: { readonly start: number }, text: string, why: StrayText['why']): void => {
    if (found.has(node.start)) return;
    found.set(node.start, { path: source.path, line: lineAt(source.text, node.start), text: text.trim(), why });
  };
  const addLetters = (expression: ESTree.Node, why: StrayText['why']): void => {
    for (const { node, text } of textIn(expression)) if (LETTER.test(text)) add(node, text, why);
  };
  const addChildren = (children: readonly ESTree.JSXChild[]): void => {
    for (const child of children) {
      if (child.type === 'JSXText' && LETTER.test(child.value)) add(child, child.value, 'JSX text');
      if (child.type === 'JSXExpressionContainer') addLetters(child.expression, 'JSX text');
    }
  };
  new Visitor({
    JSXElement: ({ children }) => addChildren(children),
    JSXFragment: ({ children }) => addChildren(children),
    JSXAttribute: ({ name, value }) => {
      if (name.type !== 'JSXIdentifier' || !SPOKEN_ATTRIBUTES.has(name.name) || !value) return;
      addLetters(value.type === 'JSXExpressionContainer' ? value.expression : value, 'attribute');
    },
    AssignmentExpression: ({ left, right }) => {
      if (left.type !== 'MemberExpression' || left.property.type !== 'Identifier') return;
      if (SPOKEN_PROPERTIES.has(left.property.name)) addLetters(right, 'DOM text');
    },
    CallExpression: ({ callee, arguments: [name, value] }) => {
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      if (callee.property.name !== 'setAttribute' || name?.type !== 'Literal' || !value) return;
      if (typeof name.value === 'string' && SPOKEN_ATTRIBUTES.has(name.value)) addLetters(value, 'DOM text');
    },
    Literal: (literal) => {
      if (typeof literal.value === 'string' && CHINESE.test(literal.value)) add(literal, literal.value, 'Chinese');
    },
    TemplateElement: (piece) => {
      if (CHINESE.test(piece.value.raw)) add(piece, piece.value.raw, 'Chinese');
    },
    JSXText: (piece) => {
      if (CHINESE.test(piece.value)) add(piece, piece.value, 'Chinese');
    },
    Property: ({ key }) => {
      if (key.type === 'Identifier' && CHINESE.test(key.name)) add(key, key.name, 'Chinese');
    },
  }).visit(parse(source));
  return [...found.values()];
}

/** The texts that an expression can come to be, as far as they are written in it. */
function textIn(node: ESTree.Node): { node: ESTree.Node; text: string }[] {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [{ node, text: node.value }] : [];
    case 'TemplateLiteral':
      return [
        ...node.quasis.map((piece) => ({ node: piece, text: piece.value.raw })),
        ...node.expressions.flatMap((expression) => textIn(expression)),
      ];
    case 'ConditionalExpression':
      return [...textIn(node.consequent), ...textIn(node.alternate)];
    case 'LogicalExpression':
      return [...textIn(node.left), ...textIn(node.right)];
    case 'BinaryExpression':
      return node.operator === '+' ? [...textIn(node.left), ...textIn(node.right)] : [];
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      return textIn(node.expression);
    default:
      return [];
  }
}
