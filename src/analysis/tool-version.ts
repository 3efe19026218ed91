import { version } from '../../package.json';

/** The tool's own version, as every result carries it. */
export const TOOL_VERSION = version;
