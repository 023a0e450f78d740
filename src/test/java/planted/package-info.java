/** One breach for each architecture rule, so that no rule can pass for ever. Outside the application's packages: never part of it. */
package planted;
