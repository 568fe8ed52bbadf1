import { buildPrograms } from "../../app/setup/build.mjs";

/** Before any unit test: the workers are built from the sources as they are, which takes a second when these changed. */
export default buildPrograms;
