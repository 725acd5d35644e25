// Looks answers up in cases that the engine has worked out. Nothing here knows what a delegation is: it goes to the cell that the question says,
// and where the question leaves something open it puts cells with the same answer together and says what the answer depends on.
(function () {
  "use strict";

  var VAT = 0, BASIS = 1, PLACE = 2, AMOUNT = 3, MEASURE = 4, RATIO = 5;
  var EXCLUDING = 1;

  // Decimals as written, so that a penny above a limit is above it.
  function decimal(text) {
    var parts = String(text).split(".");
    return { value: BigInt(parts[0] + (parts[1] || "")), scale: (parts[1] || "").length };
  }

  function compare(a, b) {
    var left = a.value * 10n ** BigInt(b.scale), right = b.value * 10n ** BigInt(a.scale);
    return left < right ? -1 : left > right ? 1 : 0;
  }

  function times(a, b) { return { value: a.value * b.value, scale: a.scale + b.scale }; }

  function cellOf(number, figures, by) {
    for (var i = 0; i < figures.length; i++) {
      var figure = by ? times(decimal(figures[i]), by) : decimal(figures[i]);
      var order = compare(number, figure);
      if (order < 0) { return 2 * i; }
      if (order === 0) { return 2 * i + 1; }
    }
    return 2 * figures.length;
  }

  function union(a, b, key) {
    var seen = {}, all = [];
    a.concat(b).forEach(function (item) {
      var name = key ? key(item) : item;
      if (!Object.prototype.hasOwnProperty.call(seen, name)) { seen[name] = true; all.push(item); }
    });
    return all;
  }

  var json = JSON.stringify;
  var SOMETIMES = ", in some cases";

  function bare(step) { return step.slice(-SOMETIMES.length) === SOMETIMES ? step.slice(0, -SOMETIMES.length) : step; }

  // A step that comes first in some of the cases only is said to.
  function unitedSteps(a, b) {
    return union(a.map(bare), b.map(bare)).map(function (step) {
      return a.indexOf(step) >= 0 && b.indexOf(step) >= 0 ? step : step + SOMETIMES;
    });
  }

  function combine(a, b) {
    if (a.leaf && b.leaf) {
      var x = a.leaf, y = b.leaf, made = Object.assign({}, x);
      made.steps = unitedSteps(x.steps, y.steps);
      made.duties = unitedSteps(x.duties, y.duties);
      made.chain = union(x.chain, y.chain, json);
      made.deputies = union(x.deputies, y.deputies, json);
      made.keepAuthority = union(x.keepAuthority, y.keepAuthority);
      made.reasons = union(x.reasons, y.reasons);
      return { key: a.key, leaf: made };
    }
    if (a.branches && b.branches && a.branches.length === b.branches.length) {
      return {
        key: a.key, variable: a.variable, order: a.order,
        branches: a.branches.map(function (branch, i) { return { cells: branch.cells, tree: combine(branch.tree, b.branches[i].tree) }; })
      };
    }
    return a;
  }

  function isNumber(variable) { return variable.kind === AMOUNT || variable.kind === MEASURE || variable.kind === RATIO; }

  function join(variable, order, trees) {
    var branches = [];
    trees.forEach(function (tree, cell) {
      if (!tree) { return; }
      var alike = -1;
      // Numbers stay in runs, so that a case can be said as an interval.
      for (var i = isNumber(variable) ? Math.max(0, branches.length - 1) : 0; i < branches.length; i++) {
        if (branches[i].tree.key === tree.key) { alike = i; break; }
      }
      if (alike >= 0) {
        branches[alike] = { cells: branches[alike].cells.concat(cell), tree: combine(branches[alike].tree, tree) };
      } else {
        branches.push({ cells: [cell], tree: tree });
      }
    });
    if (branches.length === 0) { return null; }
    if (branches.length === 1) { return branches[0].tree; }
    return { key: order + "(" + branches.map(function (branch) { return branch.cells.join(",") + ":" + branch.tree.key; }).join(";") + ")", variable: variable, order: order, branches: branches };
  }

  function list(names, word) {
    return names.length === 0 ? "" : names.length === 1 ? names[0] : names.slice(0, -1).join(", ") + " " + (word || "and") + " " + names[names.length - 1];
  }

  var MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

  function dayWords(day) {
    var parts = day.split("-");
    return Number(parts[2]) + " " + MONTHS[Number(parts[1]) - 1] + " " + Number(parts[0]);
  }

  function answerOf(site, data, number, question) {
    var raw = data.answers[number], text = data.strings;
    function texts(numbers) { return (numbers || []).map(function (n) { return text[n]; }); }
    var alternatives = raw.alternatives.map(texts);
    return {
      outcome: text[raw.outcome],
      alternatives: alternatives,
      deciders: union([].concat.apply([], alternatives), []).sort(),
      jointly: alternatives.length === 1 && alternatives[0].length > 1,
      steps: texts(raw.steps), duties: texts(raw.duties), exceptional: texts(raw.exceptional), keepAuthority: texts(raw.keepAuthority),
      reasons: texts(raw.reasons).map(function (reason) { return reason.replace("{day}", dayWords(question.day)); }),
      underContract: Boolean(raw.underContract),
      chain: (raw.chain || []).map(function (link) {
        return { party: text[link[0]], via: text[link[1]], source: text[link[2]], reference: text[link[3]], rule: link[4], href: text[link[5]] };
      }),
      deputies: (raw.deputies || []).filter(function (deputy) { return !deputy[5].some(function (group) { return group.every(function (fact) { return isStatedFalse(fact, question); }); }); })
        .map(function (deputy) { return { party: text[deputy[0]], for: text[deputy[1]], when: text[deputy[2]], source: text[deputy[3]], href: text[deputy[4]] }; })
    };
  }

  function isStatedFalse(fact, question) {
    if (fact.condition !== undefined) {
      return Object.prototype.hasOwnProperty.call(question.conditions, fact.condition) && question.conditions[fact.condition] === Boolean(fact.negated);
    }
    var value = question.measures[fact.measure];
    if (value === undefined || fact.isOpen) { return false; }
    var low = fact.lower ? compare(decimal(value), decimal(fact.lower[0])) : 1, high = fact.upper ? compare(decimal(value), decimal(fact.upper[0])) : -1;
    var holds = (!fact.lower || low > 0 || (low === 0 && fact.lower[1])) && (!fact.upper || high < 0 || (high === 0 && fact.upper[1]));
    return Boolean(holds) === Boolean(fact.negated);
  }

  // A place that no sentence names is like the nearest that it lies within.
  function placeCell(site, places, place) {
    for (var p = place; p >= 0; p = site.places[p][1]) {
      if (places.indexOf(p) >= 0) { return places.indexOf(p); }
    }
    return places.indexOf(-1);
  }

  function reduce(site, data, tree, question) {
    var text = data.strings, known = {};
    var hasVat = tree.variables.some(function (variable) { return variable.kind === VAT; });
    var bases = tree.bases.map(function (n) { return text[n]; });
    var amount = question.amount;
    var saidVat = question.amount ? question.amount.vat : 0;

    function knownAmount(variable, vat, basis) {
      return amount && text[variable.currency] === amount.currency && text[variable.basis] === basis && (variable.vat === 0 || variable.vat === vat) ? decimal(amount.value) : null;
    }

    function cellFor(variable, vat, basis) {
      var value, by;
      switch (variable.kind) {
        case PLACE: return question.place >= 0 ? placeCell(site, variable.places, question.place) : -1;
        case AMOUNT: value = knownAmount(variable, vat, basis); return value ? cellOf(value, variable.figures || []) : -1;
        case MEASURE: value = question.measures[variable.measure]; return value === undefined ? -1 : cellOf(decimal(value), variable.figures || []);
        case RATIO:
          value = variable.measure === undefined ? knownAmount(variable, vat, basis) : question.measures[variable.measure] === undefined ? null : decimal(question.measures[variable.measure]);
          by = question.measures[variable.index];
          return value && by !== undefined ? cellOf(value, variable.figures || [], decimal(by)) : -1;
        case VAT: return -1;
        default:
          if (Object.prototype.hasOwnProperty.call(question.conditions, variable.index)) { return question.conditions[variable.index] ? 0 : 1; }
          return site.conditions[variable.index][1] < 0 ? -1 : 1 - site.conditions[variable.index][1];
      }
    }

    // Value added tax only adds: what is asked about without it is no less with it, and the other way round.
    function isPossible(variable, cell, vat, basis) {
      if (!variable.vat || !amount || !vat || variable.vat === vat || !(amount.basis || bases.length < 2) || text[variable.currency] !== amount.currency || text[variable.basis] !== basis) { return true; }
      var figures = variable.figures || [], at = Math.floor(cell / 2), isPoint = cell % 2 === 1, value = decimal(amount.value), order;
      if (vat === EXCLUDING) {
        if (!isPoint && at === figures.length) { return true; }
        order = compare(value, decimal(figures[at]));
        return order < 0 || (order === 0 && isPoint);
      }
      if (cell === 0) { return true; }
      order = compare(decimal(isPoint ? figures[at] : figures[at - 1]), value);
      return order < 0 || (order === 0 && isPoint);
    }

    function walk(node, vat, basis) {
      if (node === null) { return null; }
      var name = node + " " + vat + " " + basis;
      if (!Object.prototype.hasOwnProperty.call(known, name)) { known[name] = step(node, vat, basis); }
      return known[name];
    }

    function step(node, vat, basis) {
      if (node < 0) {
        var number = tree.leaves[-1 - node];
        return { key: "answer " + data.answers[number].key, leaf: answerOf(site, data, number, question) };
      }
      var split = tree.splits[node], variable = tree.variables[split[0]];
      if (variable.kind !== VAT && basis === null && amount) {
        if (amount.basis || bases.length < 2) { return walk(node, vat, amount.basis || bases[0] || "decision"); }
        return join({ kind: BASIS }, hasVat ? 0.5 : -0.5, bases.map(function (one) { return walk(node, vat, one); }));
      }
      var cell = cellFor(variable, vat, basis);
      if (cell >= 0) { return walk(split[1][cell], vat, basis); }
      return join(variable, split[0], split[1].map(function (next, i) {
        return variable.kind === AMOUNT && !isPossible(variable, i, vat, basis) ? null : walk(next, variable.kind === VAT ? variable.vats[i] : vat, basis);
      }));
    }

    return walk(tree.root, saidVat || (hasVat ? 0 : tree.onlyVat), null);
  }

  function ends(variable, cell) {
    var figures = variable.figures || [], words = variable.words || [];
    var at = Math.floor(cell / 2);
    if (cell % 2 === 1) { return { low: words0(at), high: words0(at), isPoint: true, lowFigure: figures[at] }; }
    return { low: cell === 0 ? null : words0(at - 1), high: at === figures.length ? null : words0(at), isPoint: false, lowFigure: cell === 0 ? "0" : figures[at - 1] };
    function words0(i) { return words[i]; }
  }

  function interval(data, variable, cells) {
    var first = ends(variable, cells[0]), last = ends(variable, cells[cells.length - 1]);
    function say(n) { return data.strings[n]; }
    if (first.isPoint && cells.length === 1) { return "of exactly " + say(first.low); }
    var words = [];
    var isAboveNothing = compare(decimal(first.lowFigure), decimal("0")) > 0;
    if (isAboveNothing || (!first.isPoint && cells[0] > 0)) { words.push((first.isPoint ? "of at least " : "above ") + say(first.low)); }
    if (last.high !== null) { words.push((last.isPoint ? "up to " : "below ") + say(last.high)); }
    return words.length === 0 ? "of any size" : words.join(" ");
  }

  function basisWords(basis) { return basis === "decision" || basis === "" ? "" : basis === "total" ? " in total" : " per " + basis; }

  function caseWords(site, data, tree, variable, cells) {
    switch (variable.kind) {
      case VAT: return "the amount is " + list(cells.map(function (c) { return variable.vats[c] === EXCLUDING ? "excluding VAT" : "including VAT"; }), "or");
      case BASIS: return "the amount counts" + list(cells.map(function (c) { return basisWords(data.strings[tree.bases[c]]) || " per decision"; }), "or");
      case PLACE:
        var named = cells.filter(function (c) { return variable.places[c] >= 0; }).map(function (c) { return site.places[variable.places[c]][0]; });
        var isElsewhere = cells.some(function (c) { return variable.places[c] < 0; });
        return named.length > 0 ? "at " + list(named, "or") + (isElsewhere ? ", anywhere else, or at no particular place" : "") : "anywhere else, or at no particular place";
      case AMOUNT: return "an amount " + interval(data, variable, cells) + data.strings[variable.axis];
      case MEASURE: return site.measures[variable.measure][0] + " " + interval(data, variable, cells);
      case RATIO: return (variable.measure === undefined ? "an amount" : site.measures[variable.measure][0]) + " " + interval(data, variable, cells);
      default: return (cells[0] === 0 ? "when " : "unless ") + site.conditions[variable.index][0];
    }
  }

  function names(site, variable) {
    switch (variable.kind) {
      case VAT: return ["VAT"];
      case BASIS: return ["basis"];
      case PLACE: return ["place"];
      case AMOUNT: return ["amount"];
      case MEASURE: return [site.measures[variable.measure][0]];
      case RATIO: return [variable.measure === undefined ? "amount" : site.measures[variable.measure][0], site.measures[variable.index][0]];
      default: return [site.conditions[variable.index][0]];
    }
  }

  function unite(site, data, tree, top) {
    var cases = [], depends = [];
    (function collect(node, when) {
      if (node.leaf) { cases.push({ when: when, answer: node.leaf }); return; }
      depends.push({ order: node.order, names: names(site, node.variable) });
      node.branches.forEach(function (branch) { collect(branch.tree, when.concat(caseWords(site, data, tree, node.variable, branch.cells))); });
    })(top, []);
    depends.sort(function (a, b) { return a.order - b.order; });
    function all(pick, key) { return union([].concat.apply([], cases.map(function (one) { return pick(one.answer); })), [], key); }
    return {
      outcome: "Depends", alternatives: [], jointly: false, steps: [], duties: [], keepAuthority: [], reasons: [],
      deciders: all(function (a) { return a.deciders; }).sort(),
      exceptional: all(function (a) { return a.exceptional; }).sort(),
      chain: all(function (a) { return a.chain; }, json),
      deputies: all(function (a) { return a.deputies; }, json),
      underContract: cases.some(function (one) { return one.answer.underContract; }),
      dependsOn: union([].concat.apply([], depends.map(function (one) { return one.names; })), []),
      cases: cases
    };
  }

  function nobody(reason) {
    return { outcome: "Nobody", alternatives: [], deciders: [], jointly: false, steps: [], duties: [], exceptional: [], keepAuthority: [], chain: [], deputies: [], underContract: false, reasons: [reason] };
  }

  function treeFor(site, data, question) {
    var days = data.decisions[question.pair || ""];
    if (!days) { return null; }
    for (var i = 0; i < site.runs.length; i++) {
      if (question.day >= site.runs[i][0] && question.day <= site.runs[i][1]) {
        var trees = days[i];
        return data.trees[trees[question.amount && question.amount.vat && trees.length > 1 ? question.amount.vat : 0]];
      }
    }
    return undefined;
  }

  // The question: pair (the function that a matter is decided for, or ""), place (-1 for none), day, isDaySaid, amount (null, or value as text,
  // currency, basis or "", vat 0, 1 excluding or 2 including), conditions (by number: true or false) and measures (by number: text).
  // Null stands for a question whose cases are not in the data.
  function decide(site, data, question) {
    var assumed = question.isDaySaid ? [] : ["on " + dayWords(question.day)];
    var tree = treeFor(site, data, question), answer;
    if (tree === null || (tree && tree.isCutShort)) { return null; }
    if (!tree) {
      answer = nobody(site.notInForce.replace("{day}", dayWords(question.day)));
    } else if (tree.nobody !== undefined) {
      answer = nobody(data.strings[tree.nobody].replace("{day}", dayWords(question.day)));
    } else {
      var top = reduce(site, data, tree, question);
      answer = top.leaf ? Object.assign({}, top.leaf) : unite(site, data, tree, top);
      assumed = tree.variables.filter(function (variable) {
        return variable.kind > RATIO && site.conditions[variable.index][1] >= 0 && !Object.prototype.hasOwnProperty.call(question.conditions, variable.index);
      }).map(function (variable) { return (site.conditions[variable.index][1] === 1 ? "when " : "unless ") + site.conditions[variable.index][0]; }).concat(assumed);
    }
    answer.assumed = assumed;
    answer.dependsOn = answer.dependsOn || [];
    answer.cases = answer.cases || [];
    answer.day = question.day;
    return answer;
  }

  function together(group) {
    var counted = union(group, []).map(function (name) {
      var count = group.filter(function (other) { return other === name; }).length;
      var words = ["", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
      return count === 1 ? name : (words[count] || count) + " of " + name;
    });
    return list(counted);
  }

  function groups(all) {
    var parts = all.map(function (group) { return together(group) + (group.length > 1 ? " together" : " alone"); });
    return parts.length === 1 ? parts[0] : "either " + parts.join(", or ");
  }

  var THINGS = { amount: "the amount", basis: "what the amount counts", VAT: "whether the amount counts VAT", place: "the place" };

  // The answer in a line: what the tool says first.
  function summary(answer) {
    var all = answer.alternatives;
    switch (answer.outcome) {
      case "Nobody": return "nobody may decide";
      case "Depends": return "it depends on " + list(answer.dependsOn.map(function (name) { return THINGS[name] || name; }));
      case "Reserved": return "reserved to " + (all.length > 1 ? groups(all) : together(answer.deciders));
      default:
        if (all.length === 1) {
          return all[0].length < 2 ? together(all[0]) + " decides alone"
            : together(all[0]) + " decide together; " + (all[0].length === 2 ? "neither may act without the other" : "none of them may act without the others");
        }
        return all.every(function (group) { return group.length === 1; }) ? list(all.map(together)) + " may each decide alone" : "it takes " + groups(all);
    }
  }

  var api = { decide: decide, summary: summary, treeFor: treeFor, dayWords: dayWords, list: list };
  if (typeof window !== "undefined") { window.DelegationDecide = api; }
  if (typeof module !== "undefined") { module.exports = api; }
})();
