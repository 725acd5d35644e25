// The compiler and its language server, as they run in this page.

import { dotnet } from "./_framework/dotnet.js";

function today() {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}

/** Starts the runtime. Gives what the compiler answers, and a way to the language server as the client of the editor wants it. */
export async function startCompiler() {
  const { getAssemblyExports, setModuleImports } = await dotnet.create();
  const listeners = new Set();
  setModuleImports("page", { receive: (message) => listeners.forEach((listener) => listener(message)) });
  const { Program } = (await getAssemblyExports("DelegationLang.Playground.dll")).DelegationLang.Playground;
  Program.Serve();
  return {
    look: (text, question) => JSON.parse(Program.Look(text, question, today())),
    map: (text, part) => Program.Map(text, today(), part),
    transport: {
      send: (message) => Program.Send(message),
      subscribe: (listener) => listeners.add(listener),
      unsubscribe: (listener) => listeners.delete(listener),
    },
  };
}
