// Looks answers up in cases that the engine has worked out. Nothing here knows what a delegation is: it goes to the cell that the question says,
// and where the question leaves something open it puts cells with the same answer together and says what the answer depends on.
// The form of a built site and the npm package run this very file: in a page it gives DelegationDecide, in Node.js it is a module.
(function () {
  "use strict";

  var VAT = 0, BASIS = 1, PLACE = 2, AMOUNT = 3, MEASURE = 4, RATIO = 5;
  var EXCLUDING = 1;

  // So many cases are looked at before it is said that there are too many.
  var MOST_CASES = 20000;

  // So often cases are compared to put together those that are alike.
  var MOST_WORK = 2000000;

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

  // The figures of a variable of the data, read once.
  var knownFigures = new WeakMap();
  function figuresOf(variable) {
    if (!knownFigures.has(variable)) { knownFigures.set(variable, (variable.figures || []).map(decimal)); }
    return knownFigures.get(variable);
  }

  // To so many places after the point that no sum of money is told from another wrongly.
  function divided(a, b) {
    var places = 28;
    return { value: a.value * 10n ** BigInt(b.scale + places) / (b.value * 10n ** BigInt(a.scale)), scale: places };
  }

  function cellOf(number, figures, by) {
    for (var i = 0; i < figures.length; i++) {
      var order = compare(number, by ? times(figures[i], by) : figures[i]);
      if (order < 0) { return 2 * i; }
      if (order === 0) { return 2 * i + 1; }
    }
    return 2 * figures.length;
  }

  // A number in the words of answers: thousands apart, at most so many places after the point.
  function plain(number, places) {
    var scale = 10n ** BigInt(number.scale), most = 10n ** BigInt(places);
    var value = (number.value * most * 2n + scale) / (scale * 2n);
    var whole = String(value / most).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
    var part = String(value % most).padStart(places, "0").replace(/0+$/, "");
    return part ? whole + "." + part : whole;
  }

  function isWhole(number, unit) { return number.value % (BigInt(unit) * 10n ** BigInt(number.scale)) === 0n; }

  function sum(number, currency) {
    var sign = currency === "GBP" ? "£" : currency ? currency + " " : "";
    if (!currency) { return plain(number, 12); }
    if (compare(number, decimal("1000000000")) >= 0 && isWhole(number, 1000000)) { return sign + plain({ value: number.value, scale: number.scale + 9 }, 12) + " billion"; }
    if (compare(number, decimal("1000000")) >= 0 && isWhole(number, 1000)) { return sign + plain({ value: number.value, scale: number.scale + 6 }, 12) + " million"; }
    var words = plain(number, 12), point = words.indexOf(".");
    return sign + (point >= 0 && words.length - point === 2 ? words + "0" : words);
  }

  function union(a, b, key) {
    var seen = new Set(), all = [];
    a.concat(b).forEach(function (item) {
      var name = key ? key(item) : item;
      if (!seen.has(name)) { seen.add(name); all.push(item); }
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

  // The answers of several cases that count as one, in the order in which the cases were told apart.
  function combine(x, y) {
    var made = Object.assign({}, x);
    made.steps = unitedSteps(x.steps, y.steps);
    made.duties = unitedSteps(x.duties, y.duties);
    made.chain = union(x.chain, y.chain, json);
    made.deputies = union(x.deputies, y.deputies, json);
    // Whoever keeps authority above in some of the cases only may not decide in all of them.
    made.keepAuthority = x.keepAuthority.filter(function (name) { return y.keepAuthority.indexOf(name) >= 0; });
    made.reasons = union(x.reasons, y.reasons);
    made.exceptional = x.exceptional.filter(function (name) { return y.exceptional.indexOf(name) >= 0; });
    made.underContract = x.underContract && y.underContract;
    made.alternatives = union(x.alternatives, y.alternatives, json);
    return made;
  }

  // Trees of cases as they were told apart: leaves with the answers of their cases, and splits with a tree for each cell, none where no values are so.
  // Each knows the least of the variables that it turns on, and what was chosen before it.
  function leafWith(key, parts, chosen) { return { key: key, parts: parts, least: Infinity, chosen: chosen }; }

  function splitBy(variable, cells, chosen) {
    return { variable: variable, cells: cells, chosen: chosen, least: cells.reduce(function (least, cell) { return cell ? Math.min(least, cell.least) : least; }, variable.order) };
  }

  // Puts cells together. What cannot be with one cell, since numbers contradict each other, may be with another, and is no reason to tell the two apart.
  function settler(isPossible) {
    // Of very many cases that hardly differ the comparison would be without end: those that were not compared stay apart.
    var work = 0;

    // The cells of one tree beside those of another, which is beside each that can be with it where it does not turn on their variable; null where that cannot be said.
    function beside(a, b) {
      if (a.cells && b.cells && a.variable === b.variable) { return [a.cells, b.cells]; }
      if (a.cells && a.variable.order < b.least) { return [a.cells, among(a, b)]; }
      return b.cells && b.variable.order < a.least ? [among(b, a), b.cells] : null;
    }

    // Of so many ways to come to a case any cell can be with one.
    function both(a, b) { return a[0] === null || b[0] === null || a.length + b.length > 1000 ? [null] : a.concat(b); }

    function among(split, other) {
      return split.cells.map(function (_, cell) { return other.chosen.some(function (chosen) { work += 10; return isPossible(chosen, split.variable, cell); }) ? other : null; });
    }

    // Whether two trees have one answer wherever both have any.
    function agree(a, b) {
      if (!a || !b || a === b) { return true; }
      if (a.parts && b.parts) { return a.key === b.key; }
      var cells = ++work <= MOST_WORK ? beside(a, b) : null;
      return cells !== null && cells[0].every(function (cell, i) { return agree(cell, cells[1][i]); });
    }

    // Both in one, where they agree.
    function meet(a, b) {
      if (!a || !b || a === b) { return a || b; }
      if (a.parts && b.parts) {
        return leafWith(a.key, a.parts.concat(b.parts.filter(function (part) { return !a.parts.some(function (other) { return other.leaf === part.leaf && other.turn <= part.turn; }); })), both(a.chosen, b.chosen));
      }
      var cells = beside(a, b);
      return splitBy(cells[0] === a.cells ? a.variable : b.variable, cells[0].map(function (cell, i) { return meet(cell, cells[1][i]); }), both(a.chosen, b.chosen));
    }

    // Cells whose trees agree stand together, and what makes no difference is not told apart.
    return function settle(tree) {
      if (!tree) { return null; }
      if (tree.parts) {
        var parts = tree.parts.sort(function (a, b) { return a.turn - b.turn; }).map(function (part) { return part.leaf; });
        return { leaf: parts.filter(function (part, i) { return parts.indexOf(part) === i; }).reduce(combine) };
      }
      var branches = [];
      tree.cells.forEach(function (own, cell) {
        if (!own) { return; }
        // Numbers stay in runs, so that a case can be said as an interval.
        for (var i = isNumber(tree.variable) ? Math.max(0, branches.length - 1) : 0; i < branches.length; i++) {
          if (agree(branches[i].tree, own)) {
            branches[i] = { cells: branches[i].cells.concat(cell), tree: meet(branches[i].tree, own) };
            return;
          }
        }
        branches.push({ cells: [cell], tree: own });
      });
      if (branches.length < 2) { return branches.length === 0 ? null : settle(branches[0].tree); }
      return { variable: tree.variable, order: tree.variable.order, branches: branches.map(function (branch) { return { cells: branch.cells, tree: settle(branch.tree) }; }) };
    };
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
      chain: chainOf(data, raw),
      deputies: union((raw.deputies || []).filter(function (deputy) { return !isKnownNot(deputy[5], question); }).map(function (deputy) {
        // Whoever is the deputy of two who must act together stands in for one of them at a time.
        var others = (deputy[6] || []).filter(function (other) { return other[1].some(function (facts) { return !isKnownNot(facts, question); }); }).map(function (other) { return text[other[0]]; });
        var when = text[deputy[2]] + (others.length > 0 ? ", but not for " + list(others) + " at the same time" : "");
        return { party: text[deputy[0]], for: text[deputy[1]], when: when, source: text[deputy[3]], href: text[deputy[4]] };
      }), [], json)
    };
  }

  // Who has part in the decision without deciding it, and what may follow: added to an answer of which anything may be decided.
  function withCompanions(site, asked, found) {
    function isIn(one) { return (!one.from || found.day >= one.from) && (!one.until || found.day <= one.until); }
    function isSo(condition) {
      if (condition[0] < 0) { return null; }
      var normally = site.conditions[condition[0]][1];
      var said = Object.prototype.hasOwnProperty.call(asked.conditions, condition[0]) ? asked.conditions[condition[0]] : normally < 0 ? null : normally === 1;
      return said === null ? null : said !== Boolean(condition[1]);
    }
    function isWithin(subject, wholes) {
      if (!wholes) { return false; }
      for (var at = subject; at >= 0; at = site.parents[at]) { if (wholes.indexOf(at) >= 0) { return true; } }
      return false;
    }
    // The function that the question is about: of a matter alone, the one that it is declared within.
    function functionAsked() {
      var at = asked.about >= 0 ? asked.about : asked.matter;
      while (at >= 0 && site.matters.indexOf(at) >= 0) { at = site.parents[at]; }
      return at;
    }
    function isAt(place, wholes) {
      for (var at = place; at >= 0; at = site.places[at][1]) { if (wholes.indexOf(at) >= 0) { return true; } }
      return false;
    }
    function whenOf(one) {
      var subjects = [asked.about, asked.matter].filter(function (subject) { return subject >= 0; });
      var isOfBodyAlone = one.role === "oversees" && !one.subjects && !one.all, words = [];
      if (!isOfBodyAlone && !one.all && !subjects.some(function (subject) { return isWithin(subject, one.subjects); })) { return null; }
      if (subjects.some(function (subject) { return isWithin(subject, one.except); })) { return null; }
      if (one.forWords) { if (functionAsked() < 0) { words.push(one.forWords); } else if (!isWithin(functionAsked(), one.for)) { return null; } }
      if (one.atWords) { if (asked.place < 0) { words.push(one.atWords); } else if (!isAt(asked.place, one.at)) { return null; } }
      if (one.limit) { words.push(one.limit); }
      var open = (one.facts || []).filter(function (group) { return !group.conditions.some(function (condition) { return isSo(condition) === true; }); });
      if (open.some(function (group) { return group.conditions.every(function (condition) { return isSo(condition) === false; }); })) { return null; }
      return words.concat(open.map(function (group) { return group.words; })).join(", ");
    }
    if (["error", "nobody", "no"].indexOf(found.outcome.toLowerCase()) >= 0) { return found; }
    var following = (site.following || []).filter(function (one) { return isIn(one) && found.deciders.indexOf(one.party) >= 0; }).map(function (one) { return one.words; });
    var involved = [];
    (site.involved || []).filter(isIn).forEach(function (one) {
      var others = one.others.filter(isIn).map(function (other) { return other.party; });
      if (one.role === "oversees") {
        others = others.filter(function (name) { return found.deciders.indexOf(name) >= 0; });
        if (others.length === 0 && !one.all && !one.subjects) { return; }
      }
      var when = whenOf(one), other = list(others, "and");
      if (when === null) { return; }
      var words = one.role === "recommends" ? " recommends" + (other ? " to " + other : "") : one.role === "advises" ? " advises" + (other ? " " + other : "")
        : one.role === "oversees" ? " oversees " + (other || "it") : " is consulted" + (other ? " by " + other : "") + " first";
      involved.push({ party: one.party, role: one.role, with: other, when: when, words: one.party + words + (when ? ", " + when : ""), file: one.file, line: one.line });
    });
    if (following.length > 0) { found.following = following; }
    if (involved.length > 0) { found.involved = union(involved, [], json); }
    return found;
  }

  // Whether the question itself says of groups of facts, one of each of which must be so, that a whole group is not.
  function isKnownNot(groups, question) {
    return groups.some(function (group) { return group.every(function (fact) { return isStatedFalse(fact, question); }); });
  }

  function chainOf(data, raw) {
    var text = data.strings;
    return (raw.chain || []).map(function (said) {
      var link = typeof said === "number" ? data.links[said] : said;
      return { party: text[link[0]], via: text[link[1]], source: text[link[2]], reference: text[link[3]], rule: link[4], href: text[link[5]] || "" };
    });
  }

  // Where a party stands in a finished case: whether it may decide alone, however many others decide too.
  function standingOf(data, number, party, name, question) {
    var found = (data.answers[number].standings || []).map(function (n) { return data.standings[n]; }).filter(function (standing) { return standing.parties.indexOf(party) >= 0; })[0];
    var may = Boolean(found && found.may), text = data.strings;
    function texts(numbers) { return (numbers || []).map(function (n) { return text[n]; }); }
    return {
      outcome: may ? "Yes" : "No",
      alternatives: may ? [[name]] : found ? found.alternatives.map(texts) : [],
      deciders: may ? [name] : [],
      jointly: false,
      steps: texts(found && found.steps), duties: texts(found && found.duties), exceptional: found && found.isExceptional ? [name] : [],
      keepAuthority: [], reasons: [], underContract: Boolean(found && found.underContract), chain: found ? chainOf(data, found) : [],
      deputies: may ? [] : union((data.answers[number].standIns || []).filter(function (standIn) { return standIn[0] === party && !isKnownNot(standIn[4], question); }).map(function (standIn) {
        return { party: name, for: text[standIn[1]], when: text[standIn[2]], source: text[standIn[3]], href: "" };
      }), [], json)
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

  // What the question leaves open, in the order in which cases are told apart. A part of a measure becomes a figure where the one of the two is said.
  function openVariables(site, data, tree, question) {
    var text = data.strings, lines = {}, ratios = [], figured = [], amount = question.amount;
    function said(measure) { return question.measures[measure] === undefined ? null : decimal(question.measures[measure]); }
    function line(variable) {
      var isMeasure = variable.measure !== undefined;
      var name = isMeasure ? "m" + variable.measure : ["a", text[variable.currency], text[variable.basis], variable.vat].join("\n");
      if (!lines[name]) {
        var currency = isMeasure ? site.measures[variable.measure][2] : text[variable.currency], unit = isMeasure && !currency ? " " + site.measures[variable.measure][1] : "";
        lines[name] = {
          kind: isMeasure ? MEASURE : AMOUNT, name: name, measure: variable.measure, figures: [], axis: isMeasure ? "" : text[variable.axis],
          sort: isMeasure ? [1, variable.measure] : [0, currency, text[variable.basis], variable.vat],
          say: function (figure) { return sum(figure, currency) + unit; }
        };
      }
      return lines[name];
    }
    function add(variable, figure) {
      var all = line(variable).figures, at = all.findIndex(function (other) { return compare(figure, other) <= 0; });
      if (at < 0) { all.push(figure); } else if (compare(figure, all[at]) !== 0) { all.splice(at, 0, figure); }
    }
    tree.variables.forEach(function (variable, number) {
      if (variable.kind === AMOUNT || (variable.kind === MEASURE && said(variable.measure) === null)) {
        figuresOf(variable).forEach(function (figure) { add(variable, figure); });
      }
      if (variable.kind !== RATIO) { return; }
      var isMeasure = variable.measure !== undefined, by = said(variable.index);
      var top = isMeasure ? said(variable.measure) : amount && amount.currency === text[variable.currency] ? decimal(amount.value) : null;
      figuresOf(variable).forEach(function (part) {
        if (by && !(isMeasure && top)) { add(variable, times(part, by)); }
        if (!by && top && part.value !== 0n) { add({ measure: variable.index }, divided(top, part)); }
      });
      if (by || top) { figured.push(number); }
      if (!by && !(isMeasure && top)) { ratios.push(number); }
    });
    var order = 0, sorted = Object.keys(lines).map(function (name) { return lines[name]; }).sort(function (a, b) {
      for (var i = 0; i < a.sort.length; i++) { if (a.sort[i] !== b.sort[i]) { return a.sort[i] < b.sort[i] ? -1 : 1; } }
      return 0;
    });
    function next(variable) { variable.order = order++; return variable; }
    var vats = tree.variables.filter(function (variable) { return variable.kind === VAT; })[0];
    var open = {
      lines: lines, ratios: ratios, figured: figured, split: {},
      vat: vats ? next({ kind: VAT, count: vats.vats.length, vats: vats.vats }) : null,
      basis: amount && !amount.basis && tree.bases.length > 1 ? next({ kind: BASIS, count: tree.bases.length, bases: tree.bases.map(function (n) { return text[n]; }) }) : null
    };
    tree.variables.forEach(function (variable, number) {
      if (variable.kind === PLACE) { open.split[number] = next({ kind: PLACE, count: variable.places.length, places: variable.places }); }
    });
    sorted.forEach(function (one) { next(one).count = 2 * one.figures.length + 1; });
    tree.variables.forEach(function (variable, number) {
      if (variable.kind === RATIO) {
        var figures = figuresOf(variable), whole = site.measures[variable.index][0];
        open.split[number] = next({
          kind: RATIO, count: 2 * figures.length + 1, figures: figures, measure: variable.measure, index: variable.index,
          say: function (figure) { return plain(times(figure, decimal("100")), 12) + "% of " + whole; }
        });
      } else if (variable.kind > RATIO) {
        open.split[number] = next({ kind: variable.kind, count: 2, index: variable.index });
      }
    });
    open.lineOf = function (variable) { return lines[variable.measure !== undefined ? "m" + variable.measure : ["a", text[variable.currency], text[variable.basis], variable.vat].join("\n")]; };
    open.lineOfMeasure = function (measure) { return lines["m" + measure]; };
    return open;
  }

  function isNumber(variable) { return variable.kind === AMOUNT || variable.kind === MEASURE || variable.kind === RATIO; }

  // The ends of a cell; none stands for without end. An end is inside only where the cell is one figure.
  function endsOf(variable, cell) {
    var at = Math.floor(cell / 2), figures = variable.figures;
    if (cell % 2 === 1) { return { low: figures[at], high: figures[at], isPoint: true }; }
    return { low: cell === 0 ? decimal("0") : figures[at - 1], high: at === figures.length ? null : figures[at], isPoint: false, isFirst: cell === 0 };
  }

  // How the numbers of a cell stand to a figure that is an end of cells.
  function compareCell(variable, cell, figure) {
    var at = variable.figures.findIndex(function (other) { return compare(other, figure) === 0; });
    return cell - (2 * at + 1);
  }

  // Null where the values that are said contradict each other; undefined where there are too many cases.
  function reduce(site, data, tree, question, leafOf) {
    var text = data.strings, amount = question.amount, open = openVariables(site, data, tree, question);
    var chosen = {}, cases = 0, isCutShort = false, leaves = {}, below = {};
    var bases = tree.bases.map(function (n) { return text[n]; });

    function cellOfOpen(variable) { return variable && chosen[variable.order] !== undefined ? chosen[variable.order] : -1; }
    function vatNow() { return question.amount && question.amount.vat ? question.amount.vat : open.vat ? (cellOfOpen(open.vat) < 0 ? null : open.vat.vats[cellOfOpen(open.vat)]) : tree.onlyVat; }
    function basisNow() { return open.basis ? (cellOfOpen(open.basis) < 0 ? null : open.basis.bases[cellOfOpen(open.basis)]) : amount && amount.basis ? amount.basis : bases[0] || "decision"; }
    function saidMeasure(measure) { return question.measures[measure] === undefined ? null : decimal(question.measures[measure]); }
    function saidNumber(variable) {
      if (variable.measure !== undefined) { return saidMeasure(variable.measure); }
      return amount && text[variable.currency] === amount.currency && text[variable.basis] === basisNow() && (variable.vat === 0 || variable.vat === vatNow()) ? decimal(amount.value) : null;
    }

    // The cell of a variable of the data; or what has to be told apart first.
    function locate(number) {
      var variable = tree.variables[number];
      switch (variable.kind) {
        case VAT: return settled(open.vat);
        case PLACE: return question.place >= 0 ? { cell: placeCell(site, variable.places, question.place) } : settled(open.split[number]);
        case AMOUNT: case MEASURE: return ofNumber(variable, figuresOf(variable));
        case RATIO: return ofRatio(variable, number);
        default:
          if (Object.prototype.hasOwnProperty.call(question.conditions, variable.index)) { return { cell: question.conditions[variable.index] ? 0 : 1 }; }
          return site.conditions[variable.index][1] < 0 ? settled(open.split[number]) : { cell: 1 - site.conditions[variable.index][1] };
      }
    }

    function settled(variable) { return cellOfOpen(variable) < 0 ? { first: variable } : { cell: cellOfOpen(variable) }; }

    function ofNumber(variable, figures) {
      var said = saidNumber(variable);
      if (said) { return { cell: cellOf(said, figures) }; }
      return among(open.lineOf(variable), figures, 1);
    }

    // Where a cell of an open number lies among figures that are ends of its cells.
    function among(line, figures, sign) {
      var cell = cellOfOpen(line);
      if (cell < 0) { return { first: line }; }
      for (var i = 0; i < figures.length; i++) {
        var order = figures[i] === null ? 1 : sign * compareCell(line, cell, figures[i]);
        if (order < 0) { return { cell: 2 * i }; }
        if (order === 0) { return { cell: 2 * i + 1 }; }
      }
      return { cell: 2 * figures.length };
    }

    function ofRatio(variable, number) {
      var parts = figuresOf(variable), top = saidNumber(variable), by = saidMeasure(variable.index);
      if (top && by) { return { cell: cellOf(top, parts, by) }; }
      if (by) { return among(open.lineOf(variable), parts.map(function (part) { return times(part, by); }), 1); }
      if (!top) { return settled(open.split[number]); }
      // v is below k × M where M is above v ÷ k.
      if (parts.every(function (part) { return part.value === 0n; })) { return { cell: cellOf(top, parts) }; }
      if (parts[0].value === 0n && top.value === 0n) { return { cell: 1 }; }
      return among(open.lineOfMeasure(variable.index), parts.map(function (part) { return part.value === 0n ? null : divided(top, part); }), -1);
    }

    // Value added tax only adds. Some goods bear none: then the two sums are the same.
    function isAgainstVat(without) {
      var including = open.lines[without.name.replace(/\n1$/, "\n2")] || null;
      var low = endsOfAmount(without, 1, without.name), high = endsOfAmount(including, 2, without.name);
      if (!low || !high || high.high === null) { return false; }
      var order = compare(low.low, high.high);
      return order > 0 || (order === 0 && !((low.isPoint || low.isFirst) && high.isPoint));
    }

    function endsOfAmount(line, vat, name) {
      var parts = name.split("\n");
      if (!open.basis && amount && amount.currency === parts[1] && vatNow() === vat && basisNow() === parts[2]) { return { low: decimal(amount.value), high: decimal(amount.value), isPoint: true }; }
      return line && cellOfOpen(line) >= 0 ? endsOf(line, cellOfOpen(line)) : null;
    }

    // Where the same sum is known counting tax the other way, that bounds it too.
    function isAgainstRatio(number) {
      var ratio = open.split[number], variable = tree.variables[number];
      if (cellOfOpen(ratio) < 0) { return false; }
      var a = spanOfNumber(variable), m = spanOf(open.lineOfMeasure(ratio.index)), r = spanOf(ratio), zero = decimal("0");
      if (a.high && a.high.value === 0n) { return r.low.value > 0n || !r.isLowIn; }
      var least = times(m.low, r.low), most = r.high && r.high.value === 0n ? zero : m.high && r.high ? times(m.high, r.high) : null;
      var low = a.high && compare(a.high, least), high = most && compare(a.low, most);
      if (a.high && (low < 0 || (low === 0 && !(a.isHighIn && m.isLowIn && r.isLowIn)))) { return true; }
      return Boolean(most) && (high > 0 || (high === 0 && !(a.isLowIn && (most.value === 0n || (m.isHighIn && r.isHighIn)))));
    }

    function spanOf(line) {
      var ends = line && cellOfOpen(line) >= 0 ? endsOf(line, cellOfOpen(line)) : { low: decimal("0"), high: null, isPoint: false, isFirst: true };
      return { low: ends.low, isLowIn: Boolean(ends.isPoint || ends.isFirst), high: ends.high, isHighIn: ends.isPoint };
    }

    function spanOfNumber(variable) {
      var span = spanOf(open.lineOf(variable));
      if (variable.measure !== undefined || !(variable.vat === 1 || variable.vat === 2)) { return span; }
      var other = ["a", text[variable.currency], text[variable.basis], 3 - variable.vat].join("\n"), ends = endsOfAmount(open.lines[other] || null, 3 - variable.vat, other);
      if (ends && variable.vat === 1 && ends.high) {
        var order = span.high ? compare(ends.high, span.high) : -1;
        if (order < 0 || (order === 0 && span.isHighIn)) { span.high = ends.high; span.isHighIn = ends.isPoint; }
      } else if (ends && variable.vat === 2) {
        var above = compare(ends.low, span.low);
        if (above > 0 || (above === 0 && span.isLowIn)) { span.low = ends.low; span.isLowIn = Boolean(ends.isPoint || ends.isFirst); }
      }
      return span;
    }

    // Of each amount that is counted in both ways, or one of which is the one asked about.
    var pairs = Object.keys(open.lines).filter(function (name) { return /\n[12]$/.test(name); }).map(function (name) { return name.replace(/\n2$/, "\n1"); });
    pairs = union(pairs, []).map(function (name) { return open.lines[name] || { name: name, order: "-" }; });

    function explore(node) {
      if (node === null || isCutShort) { return null; }
      if (isContradiction()) { return null; }
      while (node !== null && node >= 0) {
        var split = tree.splits[node], kind = tree.variables[split[0]].kind;
        if (amount && kind !== VAT && kind <= RATIO) {
          // With a sum that is said it may matter how it counts tax, and what it counts, though with none it does not.
          if (open.vat && !amount.vat && cellOfOpen(open.vat) < 0) { return tell(open.vat, node); }
          if (open.basis && cellOfOpen(open.basis) < 0) { return tell(open.basis, node); }
        }
        var found = locate(split[0]);
        if (found.first) { return tell(firstOf(found.first, node), node); }
        node = split[1][found.cell];
      }
      if (node === null) { return null; }
      if (++cases > MOST_CASES) { isCutShort = true; return null; }
      return leafFor(tree.leaves[-1 - node]);
    }

    // Parts of a measure that became figures are told apart where amounts and measures are, though the data have them later.
    function firstOf(found, node) {
      partsBelow(node).forEach(function (number) {
        var sooner = locate(number).first;
        if (sooner && sooner.order < found.order) { found = sooner; }
      });
      return found;
    }

    function partsBelow(node) {
      if (open.figured.length === 0 || node === null || node < 0) { return []; }
      if (!below[node]) {
        below[node] = union([].concat.apply([], tree.splits[node][1].map(partsBelow)), open.figured.indexOf(tree.splits[node][0]) >= 0 ? [tree.splits[node][0]] : []);
      }
      return below[node];
    }

    function leafFor(number) {
      if (!leaves[number]) { leaves[number] = leafOf(number); }
      return leafWith(leaves[number].key, [{ turn: cases, leaf: leaves[number].leaf }], [chosenNow()]);
    }

    function tell(variable, node) {
      var trees = [], isFromNought = isNumber(variable) && variable.figures.length > 0 && variable.figures[0].value === 0n;
      for (var cell = 0; cell < variable.count; cell++) {
        chosen[variable.order] = cell;
        trees.push(cell === 0 && isFromNought ? null : explore(node));
      }
      delete chosen[variable.order];
      return trees.some(Boolean) ? splitBy(variable, trees, [chosenNow()]) : null;
    }

    function canContradict() { return pairs.length + open.ratios.length > 0; }

    function isContradiction() { return pairs.some(isAgainstVat) || open.ratios.some(isAgainstRatio); }

    function chosenNow() { return canContradict() ? Object.assign({}, chosen) : null; }

    function isPossible(before, variable, cell) {
      if (before === null) { return true; }
      chosen = Object.assign({}, before);
      chosen[variable.order] = cell;
      return !isContradiction();
    }

    var told = explore(tree.root);
    return isCutShort ? undefined : settler(isPossible)(told);
  }

  function interval(variable, cells) {
    var first = endsOf(variable, cells[0]), last = endsOf(variable, cells[cells.length - 1]), words = [];
    if (first.isPoint && cells.length === 1) { return "of exactly " + variable.say(first.low); }
    if (first.low.value > 0n || (!first.isPoint && cells[0] > 0)) { words.push((first.isPoint ? "of at least " : "above ") + variable.say(first.low)); }
    if (last.high !== null) { words.push((last.isPoint ? "up to " : "below ") + variable.say(last.high)); }
    return words.length === 0 ? "of any size" : words.join(" ");
  }

  function basisWords(basis) { return basis === "decision" || basis === "" ? "" : basis === "total" ? " in total" : " per " + basis; }

  function caseWords(site, variable, cells) {
    switch (variable.kind) {
      case VAT: return "the amount is " + list(cells.map(function (c) { return variable.vats[c] === EXCLUDING ? "excluding VAT" : "including VAT"; }), "or");
      case BASIS: return "the amount counts" + list(cells.map(function (c) { return basisWords(variable.bases[c]) || " per decision"; }), "or");
      case PLACE:
        var named = cells.filter(function (c) { return variable.places[c] >= 0; }).map(function (c) { return site.places[variable.places[c]][0]; });
        var isElsewhere = cells.some(function (c) { return variable.places[c] < 0; });
        return named.length > 0 ? "at " + list(named, "or") + (isElsewhere ? ", anywhere else, or at no particular place" : "") : "anywhere else, or at no particular place";
      case AMOUNT: return "an amount " + interval(variable, cells) + variable.axis;
      case MEASURE: return site.measures[variable.measure][0] + " " + interval(variable, cells);
      case RATIO: return (variable.measure === undefined ? "an amount" : site.measures[variable.measure][0]) + " " + interval(variable, cells);
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

  function unite(site, top) {
    var cases = [], depends = [];
    (function collect(node, when) {
      if (node.leaf) { cases.push({ when: when, answer: node.leaf }); return; }
      depends.push({ order: node.order, names: names(site, node.variable) });
      node.branches.forEach(function (branch) { collect(branch.tree, when.concat(caseWords(site, node.variable, branch.cells))); });
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
    var found = answer(site, data, question, treeFor(site, data, question), function (number) {
      return { key: "answer " + data.answers[number].key, leaf: answerOf(site, data, number, question) };
    }, nobody);
    return found && question.matter !== undefined ? withCompanions(site, question, found) : found;
  }

  function answer(site, data, question, tree, leafOf, none) {
    var assumed = question.isDaySaid ? [] : ["on " + dayWords(question.day)], found;
    if (tree === null || (tree && tree.isCutShort)) { return null; }
    if (!tree) {
      found = none(site.notInForce.replace("{day}", dayWords(question.day)));
    } else if (tree.nobody !== undefined) {
      found = none(data.strings[tree.nobody].replace("{day}", dayWords(question.day)));
    } else {
      var top = reduce(site, data, tree, question, leafOf);
      if (!top) { return null; }
      found = top.leaf ? Object.assign({}, top.leaf) : unite(site, top);
      assumed = tree.variables.filter(function (variable) {
        return variable.kind > RATIO && site.conditions[variable.index][1] >= 0 && !Object.prototype.hasOwnProperty.call(question.conditions, variable.index);
      }).map(function (variable) { return (site.conditions[variable.index][1] === 1 ? "when " : "unless ") + site.conditions[variable.index][0]; }).concat(assumed);
    }
    found.assumed = assumed;
    found.dependsOn = found.dependsOn || [];
    found.cases = found.cases || [];
    found.day = question.day;
    return found;
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

  // The rest is for programs that ask by names: decisions.json as build --emit decisions writes it.

  function load(json) {
    var file = typeof json === "string" ? JSON.parse(json) : json;
    if (!file || file.format !== "delegation-decisions") { throw new TypeError("This is no decisions.json: build one with delegation build --emit decisions."); }
    if (file.formatVersion !== 1) { throw new RangeError("This decisions.json has version " + file.formatVersion + " of its format, and this library reads version 1."); }
    var site = {
      runs: file.runs, notInForce: file.notInForce,
      places: file.places.map(function (place) { return [place.name, place.within === undefined ? -1 : place.within]; }),
      conditions: file.conditions.map(function (condition) { return [condition.name, condition.normally === undefined ? -1 : condition.normally ? 1 : 0]; }),
      measures: file.measures.map(function (measure) { return [measure.name, measure.unit, measure.currency]; }),
      following: file.following, involved: file.involved, parents: file.parents,
      matters: file.subjects.map(function (subject, i) { return subject.kind === "matter" ? i : -1; })
    };
    var find = {
      party: finder("party", file.parties), subject: finder("function, matter or budget", file.subjects), place: finder("place", file.places),
      condition: finder("condition", file.conditions), measure: finder("measure", file.measures)
    };
    var scheme = {
      title: file.scheme.title || "", version: file.scheme.version || "", fingerprint: file.fingerprint, contentHash: file.contentHash,
      parties: file.parties.map(nameOf), subjects: file.subjects.map(nameOf), places: file.places.map(nameOf), conditions: file.conditions.map(nameOf), measures: file.measures.map(nameOf),
      whoDecides: function (question) { return ask(file, site, read(file, find, question), -1); },
      may: function (party, question) {
        var number = find.party(party, (question || {}).day);
        return ask(file, site, read(file, find, question), number);
      },
      failures: function () { return file.scenarios.filter(function (scenario) { return !holds(scheme, scenario); }).map(function (scenario) { return scenario.name; }); }
    };
    return scheme;
  }

  function nameOf(thing) { return thing.name; }

  // By the name that answers give, or any other that the scheme gives it; capitals are passed over where that leaves no doubt.
  function finder(what, things) {
    var exact = new Map(), loose = new Map();
    function note(map, name, number) { map.set(name, map.has(name) && map.get(name) !== number ? -2 : number); }
    things.forEach(function (thing, number) { (thing.aliases || []).forEach(function (name) { note(exact, name, number); }); });
    var shown = new Map();
    things.forEach(function (thing, number) { note(shown, thing.name, number); });
    shown.forEach(function (number, name) { exact.set(name, number); });
    exact.forEach(function (number, name) { note(loose, name.toLowerCase(), number); });
    // What bears one name after another: whatever is there on the day.
    function onDay(name, day) {
      var found = [];
      things.forEach(function (thing, number) {
        var isCalled = [thing.name].concat(thing.aliases || []).some(function (other) { return other.toLowerCase() === String(name).toLowerCase(); });
        if (isCalled && thing.life && (!thing.life[0] || day >= thing.life[0]) && (!thing.life[1] || day <= thing.life[1])) { found.push(number); }
      });
      return found.length === 1 ? found[0] : -2;
    }
    return function (name, day) {
      var number = exact.has(name) ? exact.get(name) : loose.get(String(name).toLowerCase());
      if (number === undefined) { throw new RangeError("This scheme has no " + what + " called “" + name + "”."); }
      if (number < 0) { number = onDay(name, day); }
      if (number < 0) { throw new RangeError("Several things of this scheme are called “" + name + "”."); }
      return number;
    };
  }

  // A plain decimal, without sign or exponent. Numbers with a fraction are not exact in JavaScript, so they are written as text.
  function exact(value, what) {
    var words = typeof value === "bigint" || (typeof value === "number" && Number.isSafeInteger(value)) ? String(value) : value;
    if (typeof words !== "string" || !/^[0-9]+(\.[0-9]+)?$/.test(words)) { throw new TypeError(what + " is written as text, such as \"250000.01\", or as a whole number; it is never negative."); }
    return words;
  }

  function read(file, find, said) {
    if (!said || typeof said !== "object") { throw new TypeError("A question is an object with a subject or a matter, and a day."); }
    var unknown = Object.keys(said).filter(function (name) { return ["subject", "matter", "place", "amount", "day", "facts"].indexOf(name) < 0; });
    if (unknown.length > 0) { throw new TypeError("A question has no field “" + unknown[0] + "”: it has subject, matter, place, amount, day and facts."); }
    var asked = { matter: -1, about: -1, place: -1, day: said.day, isDaySaid: true, amount: null, conditions: {}, measures: {} };
    [said.subject, said.matter].forEach(function (name, i) {
      if (name === undefined || name === null || name === "") { return; }
      var number = find.subject(name, said.day), subject = file.subjects[number];
      if (subject.kind === "matter") {
        if (asked.matter >= 0) { throw new TypeError("A question is about one matter, and beside it about a function."); }
        asked.matter = number;
      } else {
        if (i === 1) { throw new TypeError("“" + subject.name + "” is no matter."); }
        var covers = subject.covers || [];
        if (covers.length > 1) { throw new RangeError("“" + subject.name + "” covers several functions: ask about one of them (" + list(covers.map(function (n) { return file.subjects[n].name; }), "or") + ")."); }
        asked.about = covers.length === 1 ? covers[0] : number;
        asked.place = subject.at === undefined ? -1 : subject.at;
      }
    });
    if (asked.matter < 0 && asked.about < 0) { throw new TypeError("A question says what it is about: a subject, a matter, or a matter for a subject."); }
    if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(said.day) || new Date(said.day + "T00:00:00Z").toJSON().slice(0, 10) !== said.day) { throw new TypeError("The day is written as 2026-05-01."); }
    if (said.place) { asked.place = find.place(said.place); }
    if (said.amount !== undefined && said.amount !== null) {
      var amount = typeof said.amount === "object" ? said.amount : { value: said.amount };
      var vat = [undefined, "excluding", "including"].indexOf(amount.vat === null || amount.vat === "" ? undefined : amount.vat);
      if (vat < 0) { throw new TypeError("Value added tax is “excluding”, “including”, or left out."); }
      asked.amount = { value: exact(amount.value, "An amount"), currency: amount.currency || "GBP", basis: (amount.basis || "").replace(/^per /, "").replace(/^in total$/, "total"), vat: vat };
    }
    Object.keys(said.facts || {}).forEach(function (name) {
      var value = said.facts[name];
      if (typeof value === "boolean") { asked.conditions[find.condition(name)] = value; } else { asked.measures[find.measure(name)] = exact(value, "“" + name + "”"); }
    });
    return asked;
  }

  function treeOf(file, asked, about) {
    var row = -1, entry = file.decisions[asked.matter >= 0 ? asked.matter : about];
    row = asked.matter < 0 || about < 0 ? entry.row : entry.for[about];
    if (row === undefined) { return null; }
    for (var i = 0; i < file.runs.length; i++) {
      if (asked.day >= file.runs[i][0] && asked.day <= file.runs[i][1]) {
        var trees = file.rows[row][i];
        return file.trees[trees[asked.amount && trees.length > 1 ? asked.amount.vat : 0]];
      }
    }
    return undefined;
  }

  function ask(file, site, asked, party) {
    var found = askAbout(file, site, asked, asked.about, party);
    var functions = asked.matter >= 0 && asked.about < 0 ? (file.decisions[asked.matter].toldFor || [])[runOf(file, asked.day)] || [] : [];
    var others = functions.map(function (about) { return { when: ["for " + file.subjects[about].name], answer: askAbout(file, site, asked, about, party) }; })
      .filter(function (other) { return other.answer.outcome !== found.outcome || json(other.answer.deciders) !== json(found.deciders) || other.answer.jointly !== found.jointly; });
    if (others.length > 0) { found.forFunctions = others.map(function (other) { return Object.assign({ when: other.when }, other.answer); }); }
    return withCompanions(site, asked, found);
  }

  function runOf(file, day) { return file.runs.findIndex(function (run) { return day >= run[0] && day <= run[1]; }); }

  function askAbout(file, site, asked, about, party) {
    var tree = treeOf(file, asked, about), found;
    if (party < 0) {
      found = answer(site, file, asked, tree, function (number) { return { key: "answer " + file.answers[number].key, leaf: answerOf(site, file, number, asked) }; }, nobody);
    } else {
      var name = file.parties[party].name;
      found = answer(site, file, asked, tree, function (number) { var leaf = standingOf(file, number, party, name, asked); return { key: leaf.outcome, leaf: leaf }; },
        function (reason) { return Object.assign(nobody(reason), { outcome: "No" }); });
      if (found && found.outcome === "Depends") { found.deciders = []; }
    }
    return found ? told(found, party >= 0) : untold(asked.day);
  }

  function untold(day) {
    return Object.assign(told(Object.assign(nobody(""), { outcome: "Error", reasons: [], assumed: [], dependsOn: [], cases: [], day: day }), false),
      { message: "The cases of this question are too many for the file: ask the tool, delegation ask." });
  }

  // As ask --json has it. Whether somebody may is told without the reasons of a no.
  function told(found, isMay) {
    function place(source) {
      var at = source.lastIndexOf(":");
      return { file: at < 0 ? "" : source.slice(0, at), line: at < 0 ? 0 : Number(source.slice(at + 1)) };
    }
    var made = {
      outcome: found.outcome.toLowerCase(), deciders: found.deciders, jointly: found.jointly, alternatives: found.alternatives,
      deputies: found.deputies.map(function (deputy) { return Object.assign({ party: deputy.party, for: deputy.for, when: deputy.when }, place(deputy.source)); }),
      exceptional: found.exceptional, underContract: found.underContract, assumed: found.assumed || [], steps: found.steps, duties: found.duties,
      chain: found.chain.map(function (link) {
        var one = Object.assign({ party: link.party }, place(link.source), { via: link.via });
        if (link.reference) { one.reference = link.reference; }
        return one;
      }),
      keepAuthority: found.keepAuthority, dependsOn: found.dependsOn || [],
      cases: (found.cases || []).map(function (one) { return Object.assign({ when: one.when }, told(Object.assign({ day: found.day }, one.answer), isMay)); }),
      reasons: found.reasons, day: found.day
    };
    if (isMay && made.reasons.length === 0) { delete made.reasons; }
    return made;
  }

  function holds(scheme, scenario) {
    var found = scenario.party === undefined ? scheme.whoDecides(scenario.question) : scheme.may(scenario.party, scenario.question);
    return ["outcome", "deciders", "jointly", "alternatives"].every(function (name) { return json(found[name]) === json(scenario.answer[name]); });
  }

  var api = { decide: decide, summary: summary, treeFor: treeFor, dayWords: dayWords, list: list, load: load };
  if (typeof module === "object" && module.exports) { module.exports = api; } else { globalThis.DelegationDecide = api; }
})();
